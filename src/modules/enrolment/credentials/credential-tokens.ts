import { isUuid } from '../../../common/ids.js';
import { type TokenSigner } from '../../../platform/crypto/token-signer.js';
import { type CredentialRow } from './credential.entity.js';

export type CredentialCheck =
  { readonly ok: true; readonly credentialId: string } | { readonly ok: false; readonly reason: 'EXPIRED' | 'INVALID' };

/** What stands in the QR: a signed token with the credential's id. Signing is deterministic, so a QR can be drawn anew. */
export class CredentialTokens {
  constructor(private readonly signer: TokenSigner) {}

  sign({ id, issuedAt, expiresAt }: Pick<CredentialRow, 'id' | 'issuedAt' | 'expiresAt'>): Promise<string> {
    return this.signer.sign({ jti: id }, issuedAt, expiresAt);
  }

  async check(token: string): Promise<CredentialCheck> {
    const verified = await this.signer.verify(token.trim());
    if (!verified.ok) return verified;
    const { jti } = verified.claims;
    return jti !== undefined && isUuid(jti) ? { ok: true, credentialId: jti } : { ok: false, reason: 'INVALID' };
  }
}
