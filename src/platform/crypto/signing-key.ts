import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { type JWK } from 'jose';

/** An Ed25519 key and its public half, which is found by `id` (the `kid` of a token). */
export class SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly id: string;

  /** @param pkcs8 Ed25519 private key, DER in base64 */
  constructor(pkcs8: string) {
    this.privateKey = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
    if (this.privateKey.asymmetricKeyType !== 'ed25519') throw new Error('A signing key must be Ed25519.');
    this.publicKey = createPublicKey(this.privateKey);
    const spki = this.publicKey.export({ format: 'der', type: 'spki' });
    this.id = createHash('sha256').update(spki).digest('base64url').slice(0, 16);
  }

  /** What anybody may have, to verify with (RFC 8037). */
  get publicJwk(): JWK {
    return { ...this.publicKey.export({ format: 'jwk' }), kid: this.id, use: 'sig', alg: 'EdDSA' };
  }
}
