import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** The bytes were changed, moved to another row, or sealed under another key. */
export class SealBrokenError extends Error {
  constructor(options?: ErrorOptions) {
    super('Sealed bytes do not open: changed, moved, or under another key.', options);
    this.name = 'SealBrokenError';
  }
}

/** What sealed bytes belong to; they open only under the same words in the same order. */
export type Binding = readonly string[];

/** Each word with its length before it, so that no two bindings have the same bytes. */
function associatedData(binding: Binding): Buffer {
  return Buffer.from(binding.map((word) => `${Buffer.byteLength(word)}:${word}`).join(','));
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a fresh random 96-bit IV.
 * @param key 32 bytes, used for far fewer than 2^32 messages
 * @returns version (1 byte), IV (12), tag (16), ciphertext
 */
export function seal(key: Buffer, plaintext: Uint8Array, binding: Binding): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(binding));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), ciphertext]);
}

/** @throws SealBrokenError */
export function open(key: Buffer, sealed: Buffer, binding: Binding): Buffer {
  if (sealed.length < HEADER_BYTES || sealed[0] !== VERSION) throw new SealBrokenError();
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(binding));
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEADER_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new SealBrokenError({ cause });
  }
}
