import { decodeJwt, decodeProtectedHeader } from 'jose';

/** What tells one of our kind of credentials from any other text. */
export interface CredentialForm {
  /** Ours. */
  readonly issuer: string;
  readonly audience: string;
  readonly types: readonly string[];
}

/**
 * Whether a text that we did not sign looks like a credential of another institution: a hint for the staff, who would
 * send its holder away otherwise. Nothing in it is verified, so nothing of it is kept or shown.
 */
export function looksForeign(token: string, { issuer, audience, types }: CredentialForm): boolean {
  try {
    const { typ, alg } = decodeProtectedHeader(token);
    const { iss, aud } = decodeJwt(token);
    const isCredential = alg === 'EdDSA' && typ !== undefined && types.includes(typ) && aud === audience;
    return isCredential && typeof iss === 'string' && iss !== issuer;
  } catch {
    return false;
  }
}
