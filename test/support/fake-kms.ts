import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface KmsRequest {
  readonly KeyId?: string;
  readonly Plaintext?: string;
  readonly CiphertextBlob?: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
}

export interface SeenRequest {
  /** Such as `Encrypt`. */
  readonly action: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: KmsRequest;
}

/** How it behaves: as it should, or as a service that fails, says "slow down", refuses, or never answers. */
export type Mood = 'well' | 'fail' | 'throttle' | 'deny' | 'hang';

class KmsFault extends Error {
  constructor(
    readonly type: string,
    readonly status = 400,
  ) {
    super(type);
  }
}

/**
 * AWS KMS as its HTTP API is documented: JSON 1.1, the action in `x-amz-target`, AES-256-GCM with the encryption context
 * as associated data. It checks that a request is signed, not the signature.
 */
export class FakeKms {
  readonly seen: SeenRequest[] = [];
  mood: Mood = 'well';
  private readonly keys = new Map<string, Buffer>();
  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<FakeKms> {
    const kms = new FakeKms();
    await new Promise<void>((resolve) => kms.server.listen(0, '127.0.0.1', resolve));
    return kms;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @returns the ARN */
  createKey(): string {
    const arn = `arn:aws:kms:eu-west-1:111122223333:key/${crypto.randomUUID()}`;
    this.keys.set(arn, randomBytes(32));
    return arn;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await text(request)) as KmsRequest;
    const action = String(request.headers['x-amz-target']).replace('TrentService.', '');
    this.seen.push({ action, headers: request.headers, body });
    if (this.mood === 'hang') return;
    const [status, answer] = this.outcome(action, request, body);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  }

  private outcome(action: string, request: IncomingMessage, body: KmsRequest): [number, object] {
    try {
      if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=') !== true)
        throw new KmsFault('MissingAuthenticationToken');
      if (this.mood === 'fail') throw new KmsFault('KMSInternalException', 500);
      if (this.mood === 'throttle') throw new KmsFault('ThrottlingException');
      if (this.mood === 'deny') throw new KmsFault('AccessDeniedException');
      return [200, this.perform(action, body)];
    } catch (error) {
      if (!(error instanceof KmsFault)) throw error;
      return [error.status, { __type: error.type, message: 'as asked for by the test' }];
    }
  }

  private perform(action: string, body: KmsRequest): object {
    switch (action) {
      case 'Encrypt':
        return this.encrypt(body.KeyId, bytes(body.Plaintext), body.EncryptionContext);
      case 'Decrypt': {
        const { keyId, plaintext } = this.decrypt(bytes(body.CiphertextBlob), body.EncryptionContext, body.KeyId);
        return { KeyId: keyId, Plaintext: plaintext.toString('base64') };
      }
      default:
        throw new KmsFault('UnknownOperationException');
    }
  }

  private encrypt(keyId = '', plaintext: Buffer, context: KmsRequest['EncryptionContext']): object {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(keyId), iv).setAAD(associated(context));
    const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const blob = Buffer.concat([Buffer.of(keyId.length), Buffer.from(keyId), iv, cipher.getAuthTag(), sealed]);
    return { KeyId: keyId, CiphertextBlob: blob.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  }

  private decrypt(blob: Buffer, context: KmsRequest['EncryptionContext'], expected: string | undefined) {
    const start = 1 + (blob[0] ?? 0);
    const keyId = blob.subarray(1, start).toString();
    if (!this.keys.has(keyId)) throw new KmsFault('InvalidCiphertextException');
    if (expected !== undefined && expected !== keyId) throw new KmsFault('IncorrectKeyException');
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(keyId), blob.subarray(start, start + 12));
    decipher.setAAD(associated(context)).setAuthTag(blob.subarray(start + 12, start + 28));
    try {
      return { keyId, plaintext: Buffer.concat([decipher.update(blob.subarray(start + 28)), decipher.final()]) };
    } catch {
      throw new KmsFault('InvalidCiphertextException');
    }
  }

  private keyOf(keyId = ''): Buffer {
    const key = this.keys.get(keyId);
    if (key === undefined) throw new KmsFault('NotFoundException');
    return key;
  }
}

const bytes = (base64 = ''): Buffer => Buffer.from(base64, 'base64');

/** The pairs in one order, as KMS does it. */
const associated = (context: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).toSorted(([a], [b]) => (a < b ? -1 : 1))));
