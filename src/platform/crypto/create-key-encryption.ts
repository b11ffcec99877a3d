import { type Environment } from '../../config/env.js';
import { type Guard } from '../resilience/guard.js';
import { GuardedKeyEncryption } from './guarded-key-encryption.js';
import { type KeyEncryption, LocalKeyEncryption } from './key-encryption.js';
import { KeyRing } from './key-ring.js';

export type KeySettings = Pick<
  Environment,
  'KEY_ENCRYPTION' | 'KEY_ENCRYPTION_KEY' | 'AWS_KMS_KEY_ID' | 'AWS_KMS_ENDPOINT'
>;

/**
 * The chosen holder wraps what is new. Keys of the other are on the ring too, so that one can move from one to the other.
 * @param guard of the key service; a command that runs once needs none
 */
export async function createKeyEncryption(settings: KeySettings, guard?: Guard): Promise<KeyEncryption> {
  const local = settings.KEY_ENCRYPTION_KEY.map((key) => new LocalKeyEncryption(key));
  const bare = settings.AWS_KMS_KEY_ID.length > 0 ? await kmsKeys(settings) : [];
  const kms = guard === undefined ? bare : bare.map((key) => new GuardedKeyEncryption(key, guard));
  return new KeyRing(settings.KEY_ENCRYPTION === 'local' ? [...local, ...kms] : [...kms, ...local]);
}

/** The SDK is loaded only where it is used. */
async function kmsKeys({ AWS_KMS_KEY_ID, AWS_KMS_ENDPOINT }: KeySettings): Promise<KeyEncryption[]> {
  const { AwsKmsKeyEncryption, kmsClient } = await import('./aws-kms-key-encryption.js');
  const client = kmsClient(AWS_KMS_ENDPOINT);
  return AWS_KMS_KEY_ID.map((keyId) => new AwsKmsKeyEncryption(client, keyId));
}
