import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { backends } from '../support/backends.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';

interface Opened {
  readonly __typename: string;
  readonly attempt?: { readonly id: string; readonly state: string; readonly reason: string | null };
  readonly capture?: { readonly token: string };
  readonly retryAfterSeconds?: number;
}

const PER_MINUTE = 60;
const FIELDS = `__typename
  ... on ValidationOpened { attempt { id state reason } capture { token } }
  ... on ValidationRefused { attempt { id state reason } }
  ... on ValidationThrottled { attempt { id state reason } retryAfterSeconds }
  ... on ValidationLocked { attempt { id state reason } }
  ... on CheckpointBusy { retryAfterSeconds }`;

for (const { name, redisUrl, skip } of backends) {
  describe(`locks after failed comparisons, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let stack: Stack;
    let faces: Frames;
    let admin: ApiClient;
    let desk: Desk;

    before(async () => {
      [database, faces] = await Promise.all([createDatabase(), frames()]);
      const settings = { VALIDATIONS_PER_MINUTE: String(PER_MINUTE) };
      stack = await startStack({ databaseUrl: database.url, redisUrl, settings });
      admin = await ApiClient.signIn(stack.api.url, stack.admin);
      desk = new Desk(admin);
    });
    after(async () => {
      await stack.stop();
      await database.drop();
    });

    /** As many as are asked for in one request. */
    const openAll = async (checkpointId: string, credential: string, keys: readonly string[]): Promise<Opened[]> => {
      const inputs = keys.map((idempotencyKey) => ({ checkpointId, credential, idempotencyKey }));
      const declared = inputs.map((_, index) => `$i${index}: OpenValidationInput!`).join(', ');
      const fields = inputs.map((_, index) => `a${index}: openValidation(input: $i${index}) { ${FIELDS} }`).join(' ');
      const variables = Object.fromEntries(inputs.map((input, index) => [`i${index}`, input]));
      return Object.values(await admin.ask<Record<string, Opened>>(`mutation (${declared}) { ${fields} }`, variables));
    };
    const open = async (checkpointId: string, credential: string, key: string = randomUUID()): Promise<Opened> =>
      (await openAll(checkpointId, credential, [key]))[0]!;
    const fail = async (checkpointId: string, card: string, count: number): Promise<void> => {
      for (let index = 0; index < count; index++) {
        const { reason } = await desk.validate(checkpointId, card, [faces.other]);
        assert.equal(reason, 'FACE_MISMATCH');
      }
    };
    const lock = async (personId: string) =>
      (
        await admin.ask<{ validationLock: object }>(
          `{ validationLock(personId: "${personId}") { failures state retryAfterSeconds } }`,
        )
      ).validationLock;
    const lift = async (personId: string) =>
      (
        await admin.ask<{ liftLock: object }>(
          `mutation { liftLock(personId: "${personId}") { failures state retryAfterSeconds } }`,
        )
      ).liftLock;
    const none = { failures: 0, state: 'FREE', retryAfterSeconds: null };
    const since = (seconds: number, personId: string) =>
      database.query(
        'UPDATE comparison_failures SET last_failed_at = now() - make_interval(secs => $1) WHERE person_id = $2',
        [seconds, personId],
      );

    it('start at five in a row, grow, hold for a new card too, and are lifted', async () => {
      const checkpointId = await desk.checkpoint();
      const { personId, card } = await desk.enrol(faces.genuine);
      assert.deepEqual(await lock(personId), none);
      await fail(checkpointId, card, 5);

      const key = randomUUID();
      const refused = await open(checkpointId, card, key);
      assert.equal(refused.__typename, 'ValidationThrottled');
      assert.deepEqual([refused.attempt?.state, refused.attempt?.reason], ['REJECTED', 'TOO_MANY_FAILURES']);
      const wait = refused.retryAfterSeconds ?? 0;
      assert.ok(wait > 20 && wait <= 30, String(wait));
      const again = await open(checkpointId, card, key);
      assert.deepEqual([again.__typename, again.attempt], [refused.__typename, refused.attempt]);

      await since(31, personId);
      assert.equal((await open(checkpointId, card)).__typename, 'ValidationOpened');
      await fail(checkpointId, card, 1);
      assert.ok(((await open(checkpointId, card)).retryAfterSeconds ?? 0) > 30);
      const successor = (await desk.issueCard(personId)).text;
      assert.equal((await open(checkpointId, successor)).__typename, 'ValidationThrottled');

      assert.deepEqual(await lift(personId), none);
      assert.deepEqual(await lift(personId), none);
      assert.equal((await desk.validate(checkpointId, successor, [faces.probe])).state, 'ACCEPTED');
    });

    it('are not got round by attempts opened beforehand and sent at the same time, nor by leaving', async () => {
      const checkpointId = await desk.checkpoint();
      const { card, personId } = await desk.enrol(faces.genuine);
      // However long thirty take, the wait after the fifth is not over before.
      await database.query(`
        CREATE FUNCTION stand_still() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN NEW.last_failed_at := now() + interval '1 hour'; RETURN NEW; END $$;
        CREATE TRIGGER stand_still BEFORE INSERT OR UPDATE ON comparison_failures
          FOR EACH ROW WHEN (NEW.failures >= 5) EXECUTE FUNCTION stand_still();`);
      const keys = Array.from({ length: 10 }, () => randomUUID());
      const batches = [1, 2, 3].map((batch) =>
        openAll(
          checkpointId,
          card,
          keys.map((key) => `${key}-${batch}`),
        ),
      );
      const opened = (await Promise.all(batches)).flat();
      assert.equal(opened.filter(({ __typename }) => __typename === 'ValidationOpened').length, 30);
      // Nobody waits for a result: the count does not hang on the client.
      await Promise.all(opened.map(({ capture }) => desk.send(capture?.token ?? '', [faces.other])));
      const reasons = await untilAllEnded(personId);
      assert.deepEqual(reasons, { FACE_MISMATCH: 5, TOO_MANY_FAILURES: 25 });
      await database.query('DROP FUNCTION stand_still() CASCADE');
    });

    const untilAllEnded = async (personId: string): Promise<Record<string, number>> => {
      for (let tries = 0; tries < 300; tries++) {
        const rows = await database.query<{ reason: string | null; count: number }>(
          'SELECT reason, count(*)::int FROM validation_attempts WHERE person_id = $1 GROUP BY reason ORDER BY reason',
          [personId],
        );
        if (rows.every(({ reason }) => reason !== null))
          return Object.fromEntries(rows.map(({ reason, count }) => [reason ?? '', count]));
        await sleep(200);
      }
      throw new Error('Attempts did not end within a minute.');
    };

    it('count failures in a row: a match starts anew, a picture without a face counts nothing', async () => {
      const checkpointId = await desk.checkpoint();
      const { personId, card } = await desk.enrol(faces.genuine);
      await fail(checkpointId, card, 4);
      assert.equal((await desk.validate(checkpointId, card, [faces.nobody])).reason, 'NO_FACE');
      assert.deepEqual(await lock(personId), { ...none, failures: 4 });
      assert.equal((await desk.validate(checkpointId, card, [faces.probe])).state, 'ACCEPTED');
      assert.deepEqual(await lock(personId), none);
    });

    it('stand for good at fifty, until somebody who may lifts them', async () => {
      const checkpointId = await desk.checkpoint();
      const { personId, card } = await desk.enrol(faces.genuine);
      await database.query(
        `INSERT INTO comparison_failures (subject_id, person_id, failures, last_failed_at) VALUES ($1, $1, 49, now())`,
        [personId],
      );
      await since(3_601, personId);
      await fail(checkpointId, card, 1);
      await since(31_536_000, personId);
      const refused = await open(checkpointId, card);
      assert.deepEqual([refused.__typename, refused.attempt?.reason], ['ValidationLocked', 'LOCKED']);
      assert.deepEqual(await lock(personId), { failures: 50, state: 'LOCKED', retryAfterSeconds: null });
      assert.deepEqual(await lift(personId), none);
      assert.equal((await open(checkpointId, card)).__typename, 'ValidationOpened');
    });

    it('stand on a credential by itself, and touch nobody else', async () => {
      const checkpointId = await desk.checkpoint();
      const [one, other] = [await desk.enrol(faces.genuine), await desk.enrol(faces.genuine)];
      await database.query(
        `INSERT INTO comparison_failures (subject_id, person_id, failures, last_failed_at)
         SELECT id, person_id, 5, now() FROM credentials WHERE person_id = $1`,
        [one.personId],
      );
      assert.equal((await open(checkpointId, one.card)).__typename, 'ValidationThrottled');
      assert.equal((await open(checkpointId, other.card)).__typename, 'ValidationOpened');
      const successor = (await desk.issueCard(one.personId)).text;
      assert.equal((await open(checkpointId, successor)).__typename, 'ValidationOpened');
    });

    it('say who is unknown', async () => {
      const id = randomUUID();
      assert.equal(await admin.errorCode(`{ validationLock(personId: "${id}") { state } }`), 'NOT_FOUND');
      assert.equal(await admin.errorCode(`mutation { liftLock(personId: "${id}") { state } }`), 'NOT_FOUND');
    });

    it('have company: one user opens only so many at one checkpoint in a minute', async () => {
      const [checkpointId, other] = [await desk.checkpoint(), await desk.checkpoint()];
      const keys = Array.from({ length: 10 }, () => randomUUID());
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, batch) =>
          openAll(
            checkpointId,
            'x',
            keys.map((key) => `${key}-${batch}`),
          ),
        ),
      );
      const busy = answers.flat().filter(({ __typename }) => __typename === 'CheckpointBusy');
      assert.equal(busy.length, 80 - PER_MINUTE);
      assert.ok(busy.every(({ retryAfterSeconds }) => (retryAfterSeconds ?? 0) > 0 && (retryAfterSeconds ?? 99) <= 60));
      assert.equal((await open(other, 'x')).__typename, 'ValidationRefused');
    });
  });
}
