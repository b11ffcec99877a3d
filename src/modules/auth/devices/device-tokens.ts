import { type TokenSigner } from '../../../platform/crypto/token-signer.js';
import { type AccessToken } from '../access-tokens.js';
import { type DeviceRow } from './device.entity.js';

/** Proves for some minutes that a device has shown its key. It names the one checkpoint where it is worth anything. */
export class DeviceTokens {
  constructor(
    private readonly signer: TokenSigner,
    private readonly lifetimeSeconds: number,
  ) {}

  async issue({ id, checkpointId }: Pick<DeviceRow, 'id' | 'checkpointId'>): Promise<AccessToken> {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + this.lifetimeSeconds * 1_000);
    return { token: await this.signer.sign({ sub: id, checkpoint: checkpointId }, now, expiresAt), expiresAt };
  }

  /** Undefined when it is none of ours, or has expired. */
  async verify(token: string): Promise<object | undefined> {
    const verified = await this.signer.verify(token);
    return verified.ok ? verified.claims : undefined;
  }
}
