import { createHmac } from 'node:crypto';

/** Finds rows by an encrypted field: equal values have equal indexes, and nobody without the key can compute one. */
export class BlindIndex {
  constructor(private readonly key: Buffer) {}

  /** HMAC-SHA-256 of the field's name and its normalised value (NFKC, trimmed, lower case). @returns 32 bytes */
  of(field: string, value: string): Buffer {
    const normalised = value.normalize('NFKC').trim().toLowerCase();
    return createHmac('sha256', this.key).update(`${field}\0${normalised}`).digest();
  }
}
