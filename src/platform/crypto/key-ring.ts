import { type Binding } from './aead.js';
import { KeyEncryption, UnknownKekError, type WrappedKey } from './key-encryption.js';

/** Several key-encryption keys, so that they can be changed while all runs: the first wraps, each unwraps its own. */
export class KeyRing extends KeyEncryption {
  override readonly kekId: string;

  constructor(private readonly keys: readonly KeyEncryption[]) {
    super();
    const [first] = keys;
    if (first === undefined) throw new Error('A key ring needs a key.');
    this.kekId = first.kekId;
  }

  override wrap(dataKey: Buffer, binding: Binding): Promise<WrappedKey> {
    return this.holderOf(this.kekId).wrap(dataKey, binding);
  }

  override async unwrap(key: WrappedKey, binding: Binding): Promise<Buffer> {
    return this.holderOf(key.kekId).unwrap(key, binding);
  }

  private holderOf(kekId: string): KeyEncryption {
    const holder = this.keys.find((key) => key.kekId === kekId);
    if (holder === undefined) throw new UnknownKekError(kekId);
    return holder;
  }
}
