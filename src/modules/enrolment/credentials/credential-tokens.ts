import { decodeProtectedHeader } from 'jose';
import { isUuid, uuidv7 } from '../../../common/ids.js';
import { TokenSigner, type Verified } from '../../../platform/crypto/token-signer.js';
import { type CredentialRow } from './credential.entity.js';
import { looksForeign } from './foreign-credential.js';
import { type PassClaims } from './pass-admission.js';

const AUDIENCE = 'presente-checkpoint';
const CARD_TYPE = 'presente-card+jwt';
const PASS_TYPE = 'presente-pass+jwt';

/** What a QR says. `NONE`: nothing that we can go by. */
export type CredentialReading =
  | { readonly kind: 'CARD'; readonly credentialId: string }
  | { readonly kind: 'PASS'; readonly claims: PassClaims }
  | { readonly kind: 'NONE'; readonly reason: 'EXPIRED' | 'INVALID' | 'FOREIGN' };

/** A pass as it is shown, once. */
export interface DrawnPass {
  readonly token: string;
  readonly expiresAt: Date;
}

/** What stands in the QR: a signed token with the credential's id. Signing a card is deterministic, so it can be drawn anew. */
export class CredentialTokens {
  private readonly cards: TokenSigner;
  private readonly passes: TokenSigner;

  constructor(
    keys: readonly string[],
    private readonly issuer: string,
    private readonly passSeconds: number,
  ) {
    this.cards = new TokenSigner(keys, { issuer, audience: AUDIENCE, type: CARD_TYPE });
    this.passes = new TokenSigner(keys, { issuer, audience: AUDIENCE, type: PASS_TYPE });
  }

  signCard({ id, issuedAt, expiresAt }: Pick<CredentialRow, 'id' | 'issuedAt' | 'expiresAt'>): Promise<string> {
    return this.cards.sign({ jti: id }, issuedAt, expiresAt);
  }

  /** Another one each time. @param credentialId of a PASS */
  async drawPass(credentialId: string, now: Date): Promise<DrawnPass> {
    const expiresAt = new Date((Math.floor(now.getTime() / 1_000) + this.passSeconds) * 1_000);
    return { token: await this.passes.sign({ jti: uuidv7(), sub: credentialId }, now, expiresAt), expiresAt };
  }

  /** Never throws on a bad text, whatever it is. */
  async read(text: string): Promise<CredentialReading> {
    const token = text.trim();
    const isPass = typeOf(token) === PASS_TYPE;
    const verified = await (isPass ? this.passes : this.cards).verify(token);
    const reading = isPass ? readPass(verified) : readCard(verified);
    const form = { issuer: this.issuer, audience: AUDIENCE, types: [CARD_TYPE, PASS_TYPE] };
    const isForeign = reading.kind === 'NONE' && reading.reason === 'INVALID' && looksForeign(token, form);
    return isForeign ? { kind: 'NONE', reason: 'FOREIGN' } : reading;
  }
}

const INVALID = { kind: 'NONE', reason: 'INVALID' } as const;

/** What the header says: it picks the signer, which then asks for the same of the whole token. */
function typeOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).typ;
  } catch {
    return undefined;
  }
}

function readCard(verified: Verified): CredentialReading {
  if (!verified.ok) return { kind: 'NONE', reason: verified.reason };
  const { jti } = verified.claims;
  return jti !== undefined && isUuid(jti) ? { kind: 'CARD', credentialId: jti } : INVALID;
}

/** An expired one too: whose it was is worth knowing, and `admitPass` says no. */
function readPass(verified: Verified): CredentialReading {
  if (!verified.ok && verified.reason === 'INVALID') return INVALID;
  const { jti, sub, iat, exp } = verified.claims;
  if (jti === undefined || sub === undefined || iat === undefined || exp === undefined) return INVALID;
  if (!isUuid(jti) || !isUuid(sub)) return INVALID;
  const claims = { showingId: jti, credentialId: sub, drawnAt: dateOf(iat), expiresAt: dateOf(exp) };
  return { kind: 'PASS', claims };
}

const dateOf = (seconds: number): Date => new Date(seconds * 1_000);
