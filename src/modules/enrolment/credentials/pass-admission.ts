import { type CredentialRow } from './credential.entity.js';
import { CredentialKind } from './credential.type.js';

/** What a shown pass says of itself, and our signature vouches for. */
export interface PassClaims {
  /** Of this one showing: no other pass that was ever drawn has it. */
  readonly showingId: string;
  readonly credentialId: string;
  readonly drawnAt: Date;
  readonly expiresAt: Date;
}

export type PassRefusal = 'INVALID' | 'EXPIRED' | 'REVOKED' | 'PASS_EXPIRED';

/**
 * Whether a pass whose signature is ours may be used at `now`. No leeway: the clocks that sign and verify are the
 * servers' own. That it is used once only is for the database to say.
 * @param row of the credential that it names; null when there is none
 * @returns why not; undefined when it may
 */
export function admitPass(claims: PassClaims, row: CredentialRow | null, now: Date): PassRefusal | undefined {
  if (row?.kind !== CredentialKind.PASS) return 'INVALID';
  if (row.revokedAt !== null) return 'REVOKED';
  if (row.expiresAt <= now) return 'EXPIRED';
  if (claims.expiresAt <= now) return 'PASS_EXPIRED';
  return undefined;
}
