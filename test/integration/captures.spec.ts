import { randomBytes, randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { LocalKeyEncryption } from '../../src/platform/crypto/key-encryption.js';
import { type CaptureStore } from '../../src/platform/captures/capture-store.js';
import { Captures } from '../../src/platform/captures/captures.service.js';
import { PostgresCaptureStore } from '../../src/platform/captures/postgres-capture-store.js';
import { RedisCaptureStore } from '../../src/platform/captures/redis-capture-store.js';
import { backends } from '../support/backends.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';

const frames = [Buffer.from('first frame'), Buffer.from('second frame')];

for (const { name, redisUrl, skip } of backends) {
  describe(`captures, ${name}`, { skip }, () => {
    let database: OpenDatabase;
    let store: CaptureStore;
    let captures: Captures;

    before(async () => {
      database = await openDatabase();
      store =
        redisUrl === undefined
          ? new PostgresCaptureStore(database.door)
          : new RedisCaptureStore(redisUrl, `test-${randomUUID()}`);
      captures = new Captures(store, new LocalKeyEncryption(randomBytes(32)));
    });
    after(async () => {
      if (store instanceof RedisCaptureStore) await store.onApplicationShutdown();
      await database.drop();
    });

    it('come back as they were kept, until they are discarded', async () => {
      const subject = randomUUID();
      const id = await captures.keep(subject, { frames, capturedAt: [1, 2] }, 60);
      const capture = await captures.read(id, subject);
      assert.deepEqual(capture?.frames.map(String), ['first frame', 'second frame']);
      assert.deepEqual(capture.capturedAt, [1, 2]);
      await captures.discard(id);
      assert.equal(await captures.read(id, subject), undefined);
    });

    it('open for no other attempt than their own', async () => {
      const id = await captures.keep(randomUUID(), { frames, capturedAt: undefined }, 60);
      await assert.rejects(captures.read(id, randomUUID()), /Sealed bytes/);
    });

    it('are unreadable where they wait', async () => {
      const id = await captures.keep(randomUUID(), { frames, capturedAt: undefined }, 60);
      const stored = await store.get(id);
      assert.equal(stored?.includes('frame'), false);
    });

    it('end by themselves', async () => {
      const subject = randomUUID();
      const id = await captures.keep(subject, { frames, capturedAt: undefined }, 1);
      await sleep(1_100);
      assert.equal(await captures.read(id, subject), undefined);
      await captures.purge();
      assert.deepEqual(await database.query('SELECT id FROM capture_frames WHERE id = $1', [id]), []);
    });
  });
}

describe('the table of captures', { skip: backends[0]?.skip ?? false }, () => {
  it('is in no write-ahead log, so in no backup and on no replica', async () => {
    const database = await openDatabase();
    const [table] = await database.query<{ persistence: string }>(
      `SELECT relpersistence AS persistence FROM pg_class WHERE relname = 'capture_frames'`,
    );
    await database.drop();
    assert.equal(table?.persistence, 'u');
  });

  it('keeps them as they are: what is sealed can not be compressed', async () => {
    const database = await openDatabase();
    const [column] = await database.query<{ storage: string }>(
      `SELECT attstorage AS storage FROM pg_attribute WHERE attrelid = 'capture_frames'::regclass AND attname = 'sealed'`,
    );
    await database.drop();
    assert.equal(column?.storage, 'e', 'EXTERNAL');
  });
});
