import { type Guard } from '../resilience/guard.js';
import { type Binding } from './aead.js';
import { KeyEncryption, type WrappedKey } from './key-encryption.js';

/** Asks a key service through its guard. */
export class GuardedKeyEncryption extends KeyEncryption {
  override readonly kekId: string;

  constructor(
    private readonly holder: KeyEncryption,
    private readonly guard: Guard,
  ) {
    super();
    this.kekId = holder.kekId;
  }

  override wrap(dataKey: Buffer, binding: Binding): Promise<WrappedKey> {
    return this.guard.run(() => this.holder.wrap(dataKey, binding));
  }

  override unwrap(key: WrappedKey, binding: Binding): Promise<Buffer> {
    return this.guard.run(() => this.holder.unwrap(key, binding));
  }
}
