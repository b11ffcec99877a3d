import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Binding, open, seal } from './aead.js';

/** A data key as it is stored: useless without the key-encryption key named by `kekId`. */
export interface WrappedKey {
  readonly kekId: string;
  readonly wrapped: Buffer;
}

/** The key-encryption key that wraps a data key is not among the settings. */
export class UnknownKekError extends Error {
  constructor(kekId: string) {
    super(`A data key is wrapped by ${kekId}, which is not configured: put that key back into the settings.`);
    this.name = 'UnknownKekError';
  }
}

/** Port to whoever holds the key-encryption key: this process, or a key service. */
export abstract class KeyEncryption {
  /** Names the key that wraps what is new. */
  abstract readonly kekId: string;

  abstract wrap(dataKey: Buffer, binding: Binding): Promise<WrappedKey>;
  /** @throws SealBrokenError when the key was changed, moved or wrapped by another key */
  abstract unwrap(key: WrappedKey, binding: Binding): Promise<Buffer>;
}

/** Key-encryption key from the environment: one school, one machine. */
@Injectable()
export class LocalKeyEncryption extends KeyEncryption {
  override readonly kekId: string;

  constructor(private readonly key: Buffer) {
    super();
    // Names the key without telling anything about it: a preimage of 32 random bytes can't be searched.
    this.kekId = `local:${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  }

  override wrap(dataKey: Buffer, binding: Binding): Promise<WrappedKey> {
    return Promise.resolve({ kekId: this.kekId, wrapped: seal(this.key, dataKey, ['data-key', ...binding]) });
  }

  override unwrap({ kekId, wrapped }: WrappedKey, binding: Binding): Promise<Buffer> {
    if (kekId !== this.kekId) return Promise.reject(new UnknownKekError(kekId));
    return Promise.resolve(open(this.key, wrapped, ['data-key', ...binding]));
  }
}
