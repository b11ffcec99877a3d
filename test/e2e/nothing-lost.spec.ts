import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { Redis } from 'ioredis';
import { startPostgres, type PostgresServer } from '../../scripts/support/postgres.js';
import { startRedis, type RedisServer } from '../../scripts/support/redis.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { ApiClient } from '../../scripts/client/api-client.js';
import { upload } from '../../scripts/client/upload.js';
import { Desk } from '../../scripts/client/desk.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres, withoutRedis } from '../support/servers.js';
import { type RunningProcess, startApi, startStack, type Stack } from '../support/stack.js';
import { until } from '../support/until.js';

const SHORT = { CAPTURE_SECONDS: '3', PROCESSING_SECONDS: '25' };

describe('deadlines', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  /** Gives less time than an enrolment needs on a busy machine. */
  let impatient: RunningProcess;
  let desk: Desk;
  let faces: Frames;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({ databaseUrl: database.url });
    impatient = await startApi(stack.environment, { CAPTURE_SECONDS: '2', PROCESSING_SECONDS: '4' });
    desk = new Desk(await ApiClient.signIn(impatient.url, stack.admin));
  });
  after(async () => {
    impatient.kill('SIGTERM');
    await impatient.ended;
    await stack.stop();
    await database.drop();
  });

  it('end what gets no frames, what waits too long and what was left half-done; and their pictures go', async () => {
    const checkpointId = await desk.checkpoint();
    const patient = new Desk(new ApiClient(stack.api.url, desk.client.token));
    const { personId, card } = await patient.enrol(faces.genuine);
    const abandoned = await desk.open(checkpointId, card);
    const enrolment = await desk.openEnrolment(personId);
    assert.deepEqual(await endOf(abandoned.attempt.id), ['EXPIRED', 'CAPTURE_NOT_RECEIVED']);
    assert.equal((await desk.enrolmentEnd(enrolment.enrolment.id)).reason, 'CAPTURE_NOT_RECEIVED');
    const late = await upload(impatient.url, abandoned.capture.token, [faces.probe]);
    assert.deepEqual([late.status, late.body.details?.['reason']], [401, 'TICKET_EXPIRED']);

    const waiting = await desk.open(checkpointId, card);
    stack.worker.kill('SIGSTOP');
    await upload(impatient.url, waiting.capture.token, [faces.probe]);
    await sleep(5_000);
    stack.worker.kill('SIGCONT');
    assert.equal((await endOf(waiting.attempt.id))[0], 'EXPIRED');
    await until(async () => (await database.query('SELECT id FROM capture_frames')).length === 0);
  });

  const endOf = async (id: string) => {
    const end = (await desk.states(id)).at(-1);
    return [end?.state, end?.reason];
  };
});

describe('a wiped Redis', { skip: withoutRedis }, () => {
  let database: TestDatabase;
  let redis: RedisServer;
  let stack: Stack;
  let desk: Desk;
  let faces: Frames;

  before(async () => {
    [database, redis, faces] = await Promise.all([createDatabase(), startRedis(), frames()]);
    stack = await startStack({ databaseUrl: database.url, redisUrl: redis.url, settings: SHORT });
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
  });
  after(async () => {
    await stack.stop();
    await redis.stop();
    await database.drop();
  });

  it('loses jobs but no work: they are sent again, and end with the reason when their frames are gone', async () => {
    const checkpointId = await desk.checkpoint();
    const { card } = await desk.enrol(faces.genuine);
    const client = new Redis(redis.url);
    // Those of the enrolment go right after its final state.
    await until(async () => (await client.keys('*capture*')).length === 0);
    stack.worker.kill('SIGSTOP');
    const { attempt, capture } = await desk.open(checkpointId, card);
    assert.equal((await upload(stack.api.url, capture.token, [faces.probe])).status, 202);
    const frames = await client.keys('*capture*');
    assert.equal(frames.length, 1);
    const kept = await client.dumpBuffer(frames[0] ?? '');
    await sleep(300);
    await client.flushall();
    await client.restore(frames[0] ?? '', 60_000, kept);

    const lost = await desk.open(checkpointId, card);
    assert.equal((await upload(stack.api.url, lost.capture.token, [faces.probe])).status, 202);
    await sleep(300);
    const keys = (await client.keys('*')).filter((key) => key !== frames[0]);
    await client.del(...keys);
    stack.worker.kill('SIGCONT');
    await client.quit();

    assert.equal((await desk.states(attempt.id)).at(-1)?.state, 'ACCEPTED');
    const end = (await desk.states(lost.attempt.id)).at(-1);
    assert.deepEqual([end?.state, end?.reason], ['EXPIRED', 'CAPTURE_LOST']);
  });
});

describe('a database that goes away', { skip: withoutPostgres }, () => {
  let postgres: PostgresServer;
  let stack: Stack;
  let desk: Desk;
  let faces: Frames;

  before(async () => {
    [postgres, faces] = await Promise.all([startPostgres({ ephemeral: true }), frames()]);
    await migrate({ DATABASE_URL: postgres.url, DATABASE_POOL: 2 });
    stack = await startStack({ databaseUrl: postgres.url });
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
  });
  after(async () => {
    await stack.stop();
    await postgres.stop();
  });

  it('gives an error with a retry hint at every step, and all goes on when it is back', async () => {
    const checkpointId = await desk.checkpoint();
    const { card } = await desk.enrol(faces.genuine);
    const { attempt, capture } = await desk.open(checkpointId, card);

    postgres.pause();
    const input = { checkpointId, credential: card, idempotencyKey: crypto.randomUUID() };
    const steps = [
      desk.client.send(`mutation ($input: OpenValidationInput!) { openValidation(input: $input) { __typename } }`, {
        input,
      }),
      desk.client.send(`{ me { id } }`),
      new ApiClient(stack.api.url).send(
        `mutation { signIn(input: { email: "a@b.test", password: "whatever it is" }) { __typename } }`,
      ),
    ];
    const uploading = upload(stack.api.url, capture.token, [faces.probe]);
    const ready = fetch(`${stack.api.url}/health/ready`);
    assert.equal((await fetch(`${stack.api.url}/health/live`)).status, 200);
    for (const { errors } of await Promise.all(steps)) {
      assert.equal(errors[0]?.extensions?.['code'], 'UNAVAILABLE', JSON.stringify(errors));
      assert.ok(Number(errors[0].extensions['retryAfterSeconds']) > 0);
    }
    const answer = await uploading;
    assert.deepEqual([answer.status, answer.body.code], [503, 'UNAVAILABLE']);
    assert.equal((await ready).status, 503);
    postgres.resume();

    let retry = await upload(stack.api.url, capture.token, [faces.probe]);
    for (let tries = 0; tries < 20 && retry.status === 503; tries++) {
      await sleep(500);
      retry = await upload(stack.api.url, capture.token, [faces.probe]);
    }
    // The first upload may have arrived although its answer was an error; either way there is one result.
    assert.ok([202, 409].includes(retry.status), JSON.stringify(retry));
    assert.equal((await desk.states(attempt.id)).at(-1)?.state, 'ACCEPTED');
  });
});
