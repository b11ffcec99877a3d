import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { backends } from '../support/backends.js';
import { ApiClient } from '../../scripts/client/api-client.js';
import { upload } from '../../scripts/client/upload.js';
import { Desk } from '../../scripts/client/desk.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { until } from '../support/until.js';

const LIMIT_MS = 15_000;

/** More than are done at once. */
const MANY = 21;

for (const { name, redisUrl, skip } of backends) {
  describe(`a worker killed in the middle of validations, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let stack: Stack;
    let desk: Desk;
    let faces: Frames;

    before(async () => {
      [database, faces] = await Promise.all([createDatabase(), frames()]);
      stack = await startStack({ databaseUrl: database.url, redisUrl, settings: { FACE_THREADS: '1' } });
      desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    });
    after(async () => {
      await stack.stop();
      await database.drop();
    });

    it(`brings every attempt to one final state, once, within ${LIMIT_MS / 1000} s of a worker being back`, async () => {
      const checkpointId = await desk.checkpoint();
      const { card } = await desk.enrol(faces.genuine);
      await database.query(`
        CREATE TABLE ends (id uuid, state text);
        CREATE FUNCTION note_end() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN INSERT INTO ends VALUES (NEW.id, NEW.state); RETURN NULL; END $$;
        CREATE TRIGGER note_end AFTER UPDATE ON validation_attempts
          FOR EACH ROW WHEN (NEW.finished_at IS NOT NULL) EXECUTE FUNCTION note_end();`);

      const ids = await Promise.all(
        Array.from({ length: 6 }, async () => {
          const { attempt, capture } = await desk.open(checkpointId, card);
          const frames = Array.from({ length: 8 }, () => faces.probe);
          assert.equal((await upload(stack.api.url, capture.token, frames)).status, 202);
          return attempt.id;
        }),
      );
      await untilProcessing(database);
      stack.worker.kill('SIGKILL');
      assert.equal(await stack.worker.ended, 'SIGKILL');
      const [caught] = await database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM validation_attempts WHERE state = 'PROCESSING'`,
      );
      assert.ok((caught?.count ?? 0) > 0, 'the kill must come in the middle of a validation');

      await stack.startWorker();
      const back = Date.now();
      const ends = await Promise.all(ids.map(async (id) => (await desk.states(id)).at(-1)));
      const took = Date.now() - back;

      assert.deepEqual(
        ends.map((end) => end?.state),
        ids.map(() => 'ACCEPTED'),
      );
      assert.ok(took < LIMIT_MS, `took ${took} ms`);
      const noted = await database.query<{ id: string }>('SELECT id FROM ends');
      assert.deepEqual(noted.map(({ id }) => id).toSorted(), ids.toSorted());
      await until(async () => (await database.query('SELECT id FROM outbox')).length === 0);
    });

    it('loses nothing to a claim of an earlier try that comes late', async () => {
      const checkpointId = await desk.checkpoint();
      const { card } = await desk.enrol(faces.genuine);
      // What was sent by a worker that gave up waiting is done all the same when the database wakes up: after the claim of the next try.
      await database.query(`
        CREATE FUNCTION late_claim() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN UPDATE validation_attempts SET claim = uuidv7(), claims = claims + 1 WHERE id = NEW.id; RETURN NULL; END $$;
        CREATE TRIGGER late_claim AFTER UPDATE ON validation_attempts
          FOR EACH ROW WHEN (NEW.state = 'PROCESSING' AND NEW.claims = 1) EXECUTE FUNCTION late_claim();`);
      const { attempt, capture } = await desk.open(checkpointId, card);
      assert.equal((await upload(stack.api.url, capture.token, [faces.probe])).status, 202);
      assert.equal((await desk.states(attempt.id)).at(-1)?.state, 'ACCEPTED');
      const [row] = await database.query('SELECT claims FROM validation_attempts WHERE id = $1', [attempt.id]);
      assert.deepEqual(row, { claims: 3 });
      await database.query('DROP TRIGGER late_claim ON validation_attempts');
    });

    it('has who comes told to come back while nobody works, and let in again when somebody does', async () => {
      const checkpointId = await desk.checkpoint();
      const { card } = await desk.enrol(faces.genuine);
      const open = () => desk.open(checkpointId, card);
      stack.worker.kill('SIGKILL');
      assert.equal(await stack.worker.ended, 'SIGKILL');
      for (let queued = 0; queued < MANY; queued++) {
        const { capture } = await open();
        assert.equal((await upload(stack.api.url, capture.token, [faces.probe])).status, 202);
      }
      await untilAnswered(open, 'CheckpointBusy');
      const attempts = () => database.query('SELECT id FROM validation_attempts');
      const before = await attempts();
      assert.equal((await open()).__typename, 'CheckpointBusy');
      assert.deepEqual(await attempts(), before);
      await stack.startWorker();
      await untilAnswered(open, 'ValidationOpened');
    });
  });
}

async function untilProcessing(database: TestDatabase): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const rows = await database.query(`SELECT 1 FROM validation_attempts WHERE state = 'PROCESSING'`);
    if (rows.length > 0) return;
    await sleep(10);
  }
  assert.fail('no attempt was taken up');
}

async function untilAnswered(ask: () => Promise<{ readonly __typename: string }>, answer: string): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end) {
    if ((await ask()).__typename === answer) return;
    await sleep(100);
  }
  assert.fail(`nobody was answered with ${answer}`);
}
