import {
  DecryptCommand,
  EncryptCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  KMSClient,
} from '@aws-sdk/client-kms';
import { UnavailableError } from '../../common/errors/domain-error.js';
import { type Binding, SealBrokenError } from './aead.js';
import { KeyEncryption, type WrappedKey } from './key-encryption.js';

/** An answer takes some ten milliseconds; a service that hangs must not hold a request for longer than a database may. */
const ATTEMPT_MS = 1_500;
const ATTEMPTS = 3;

/** Credentials and region come from where the SDK looks for them. It retries within a budget that bursts of errors use up. */
export const kmsClient = (endpoint: string | undefined): KMSClient =>
  new KMSClient({
    ...(endpoint !== undefined && { endpoint }),
    retryMode: 'standard',
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: ATTEMPT_MS, requestTimeout: ATTEMPT_MS, throwOnRequestTimeout: true },
  });

/**
 * Key-encryption key in AWS KMS: it never leaves the service, and every use is in CloudTrail with the ids of whom it was
 * for. The encryption context binds a data key to its subject as associated data does.
 */
export class AwsKmsKeyEncryption extends KeyEncryption {
  override readonly kekId: string;

  constructor(
    private readonly client: KMSClient,
    private readonly keyId: string,
  ) {
    super();
    this.kekId = `aws-kms:${keyId}`;
  }

  override async wrap(dataKey: Buffer, binding: Binding): Promise<WrappedKey> {
    const command = new EncryptCommand({
      KeyId: this.keyId,
      Plaintext: dataKey,
      EncryptionContext: contextOf(binding),
    });
    const { CiphertextBlob } = await this.client.send(command).catch(refuse);
    return { kekId: this.kekId, wrapped: bytesOf(CiphertextBlob) };
  }

  override async unwrap({ wrapped }: WrappedKey, binding: Binding): Promise<Buffer> {
    const command = new DecryptCommand({
      KeyId: this.keyId,
      CiphertextBlob: wrapped,
      EncryptionContext: contextOf(binding),
    });
    const { Plaintext } = await this.client.send(command).catch(refuse);
    return bytesOf(Plaintext);
  }
}

/** A name for each word, so that no two bindings have one context. */
const contextOf = (binding: Binding): Record<string, string> =>
  Object.fromEntries(['data-key', ...binding].map((word, index) => [`presente-${index}`, word]));

function bytesOf(bytes: Uint8Array | undefined): Buffer {
  if (bytes === undefined) throw new UnavailableError('The key service', new Error('an answer without bytes'));
  return Buffer.from(bytes);
}

/** Only the name of what went wrong is kept: the error itself may hold the request. */
function refuse(error: unknown): never {
  if (error instanceof InvalidCiphertextException || error instanceof IncorrectKeyException)
    throw new SealBrokenError();
  throw new UnavailableError('The key service', new Error(error instanceof Error ? error.name : 'unknown'));
}
