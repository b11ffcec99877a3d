import { createHash, type KeyObject } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { SigningKey } from './signing-key.js';

export interface TokenProfile {
  /** The institution that signs; a token of another one is never accepted. */
  readonly issuer: string;
  readonly audience: string;
  /** The `typ` header: keeps one kind of token from being used as another. */
  readonly type: string;
}

export type Verified =
  | { readonly ok: true; readonly claims: Readonly<JWTPayload> }
  /** The signature is ours, and so are the claims. */
  | { readonly ok: false; readonly reason: 'EXPIRED'; readonly claims: JWTPayload }
  | { readonly ok: false; readonly reason: 'INVALID' };

/** Longer than any token we sign; nothing longer is parsed. */
const MAX_TOKEN_LENGTH = 4_096;

/** Good tokens that are remembered; a client shows its access token again with every request. */
const REMEMBERED = 1_000;

/**
 * Signs and verifies one kind of token with Ed25519 keys: JWS compact, `alg` EdDSA and nothing else (RFC 8037, 8725).
 * The first key signs; a token of any of them is good, so that a new key takes over while tokens of the old one live.
 */
export class TokenSigner {
  private readonly keys: ReadonlyMap<string, SigningKey>;
  private readonly current: SigningKey;
  /** By the hash of the token: what is remembered is worth nothing to whoever reads it. */
  private readonly verified = new LRUCache<string, Readonly<JWTPayload>>({ max: REMEMBERED });

  /** @param pkcs8 Ed25519 private keys, DER in base64 */
  constructor(
    pkcs8: readonly string[],
    private readonly profile: TokenProfile,
  ) {
    const keys = pkcs8.map((key) => new SigningKey(key));
    const [current] = keys;
    if (current === undefined) throw new Error('A signer must have a key.');
    this.current = current;
    this.keys = new Map(keys.map((key) => [key.id, key]));
  }

  async sign(claims: JWTPayload, issuedAt: Date, expiresAt: Date): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: this.current.id, typ: this.profile.type })
      .setIssuer(this.profile.issuer)
      .setAudience(this.profile.audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.current.privateKey);
  }

  /** Never throws on a bad token, whatever it is. `EXPIRED` is said only of a token whose signature is ours. */
  async verify(token: string): Promise<Verified> {
    if (token.length > MAX_TOKEN_LENGTH) return { ok: false, reason: 'INVALID' };
    const hash = createHash('sha256').update(token).digest('base64');
    const known = this.verified.get(hash);
    if (known?.exp !== undefined && known.exp > Date.now() / 1_000) return { ok: true, claims: known };
    const checked = await this.check(token);
    if (checked.ok) this.verified.set(hash, Object.freeze(checked.claims));
    return checked;
  }

  private async check(token: string): Promise<Verified> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.publicKeyOf(kid), {
        algorithms: ['EdDSA'],
        issuer: this.profile.issuer,
        audience: this.profile.audience,
        typ: this.profile.type,
        requiredClaims: ['iat', 'exp'],
      });
      return { ok: true, claims: payload };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { ok: false, reason: 'EXPIRED', claims: error.payload };
      return { ok: false, reason: 'INVALID' };
    }
  }

  /** The header of a token only picks among our keys: what else it says of keys (`jwk`, `jku`, `x5u`) is never read. */
  private publicKeyOf(id: string | undefined): KeyObject {
    const key = id === undefined ? undefined : this.keys.get(id);
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key.publicKey;
  }
}
