import { randomBytes } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { uuidv7 } from '../../common/ids.js';
import { open, seal } from '../crypto/aead.js';
import { KeyEncryption, type WrappedKey } from '../crypto/key-encryption.js';
import { type Capture } from './capture.js';
import { CaptureStore } from './capture-store.js';

interface SealedCapture extends WrappedKey {
  readonly sealed: Buffer;
}

/** Keeps captures for the minutes between upload and processing, each under a key of its own and bound to its subject. */
@Injectable()
export class Captures {
  constructor(
    private readonly store: CaptureStore,
    private readonly keyEncryption: KeyEncryption,
  ) {}

  /** @param subjectId the enrolment or attempt that the frames belong to; they open for no other. @returns capture id */
  async keep(subjectId: string, capture: Capture, ttlSeconds: number): Promise<string> {
    const id = uuidv7();
    const binding = bindingOf(id, subjectId);
    const key = randomBytes(32);
    const wrapped = await this.keyEncryption.wrap(key, binding);
    const sealed = seal(key, serialize(capture), binding);
    await this.store.put(id, serialize({ ...wrapped, sealed } satisfies SealedCapture), ttlSeconds);
    return id;
  }

  /** Undefined when the capture has expired or is lost. @throws SealBrokenError when it is not this subject's */
  async read(id: string, subjectId: string): Promise<Capture | undefined> {
    const bytes = await this.store.get(id);
    if (bytes === undefined) return undefined;
    const stored = deserialize(bytes) as SealedCapture;
    const binding = bindingOf(id, subjectId);
    const key = await this.keyEncryption.unwrap({ kekId: stored.kekId, wrapped: Buffer.from(stored.wrapped) }, binding);
    return deserialize(open(key, Buffer.from(stored.sealed), binding)) as Capture;
  }

  async discard(id: string): Promise<void> {
    await this.store.delete(id);
  }

  @Cron('*/30 * * * * *', { waitForCompletion: true })
  async purge(): Promise<void> {
    await this.store.purge();
  }
}

const bindingOf = (id: string, subjectId: string): readonly string[] => ['capture', id, subjectId];
