import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { lengthPrefixed } from './audit-chain.js';

/**
 * Marks the end of the chain with a key that is not in the database: hashes anybody can compute anew, this nobody can who
 * has the database alone. The key comes from the one of the blind index, because that one never changes (docs/adr/0031).
 */
export class AuditSeal {
  private readonly key: Buffer;

  /** @param blindIndexKey 32 bytes */
  constructor(blindIndexKey: Buffer) {
    this.key = Buffer.from(hkdfSync('sha256', blindIndexKey, '', 'presente audit head', 32));
  }

  /** HMAC-SHA-256. */
  of(sequence: string, hash: Buffer): Buffer {
    return createHmac('sha256', this.key)
      .update(lengthPrefixed(['presente-audit-head-1', sequence, hash.toString('hex')]))
      .digest();
  }

  fits(seal: Buffer, sequence: string, hash: Buffer): boolean {
    const right = this.of(sequence, hash);
    return seal.length === right.length && timingSafeEqual(seal, right);
  }
}
