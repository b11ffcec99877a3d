import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';

export interface TokenProfile {
  /** The institution that signs; a token of another one is never accepted. */
  readonly issuer: string;
  readonly audience: string;
  /** The `typ` header: keeps one kind of token from being used as another. */
  readonly type: string;
}

export type Verified =
  { readonly ok: true; readonly claims: JWTPayload } | { readonly ok: false; readonly reason: 'EXPIRED' | 'INVALID' };

/** Longer than any token we sign; nothing longer is parsed. */
const MAX_TOKEN_LENGTH = 4_096;

/** Signs and verifies one kind of token with one Ed25519 key: JWS compact, `alg` EdDSA and nothing else (RFC 8037, 8725). */
export class TokenSigner {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  readonly keyId: string;

  /** @param pkcs8 Ed25519 private key, DER in base64 */
  constructor(
    pkcs8: string,
    private readonly profile: TokenProfile,
  ) {
    this.privateKey = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
    if (this.privateKey.asymmetricKeyType !== 'ed25519') throw new Error('A signing key must be Ed25519.');
    this.publicKey = createPublicKey(this.privateKey);
    const spki = this.publicKey.export({ format: 'der', type: 'spki' });
    this.keyId = createHash('sha256').update(spki).digest('base64url').slice(0, 16);
  }

  async sign(claims: JWTPayload, issuedAt: Date, expiresAt: Date): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: this.keyId, typ: this.profile.type })
      .setIssuer(this.profile.issuer)
      .setAudience(this.profile.audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.privateKey);
  }

  /** Never throws on a bad token, whatever it is. `EXPIRED` is said only of a token whose signature is ours. */
  async verify(token: string): Promise<Verified> {
    if (token.length > MAX_TOKEN_LENGTH) return { ok: false, reason: 'INVALID' };
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.publicKey, {
        algorithms: ['EdDSA'],
        issuer: this.profile.issuer,
        audience: this.profile.audience,
        typ: this.profile.type,
        requiredClaims: ['iat', 'exp'],
      });
      return protectedHeader.kid === this.keyId ? { ok: true, claims: payload } : { ok: false, reason: 'INVALID' };
    } catch (error) {
      return { ok: false, reason: error instanceof errors.JWTExpired ? 'EXPIRED' : 'INVALID' };
    }
  }
}
