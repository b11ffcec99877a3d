import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { UnrecoverableError, Worker, type WorkerOptions } from 'bullmq';
import { NestFactory } from '@nestjs/core';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { z } from 'zod';
import { runInContext } from '../../src/common/context/request-context.js';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { Database } from '../../src/platform/database/database.js';
import { readEnvironment } from '../../src/config/env.js';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { queueJobs } from '../../src/platform/queue/job-table.js';
import { Outbox } from '../../src/platform/queue/outbox.repository.js';
import { OutboxRelay } from '../../src/platform/queue/outbox.relay.js';
import { TelemetryModule } from '../../src/platform/telemetry/telemetry.module.js';
import { QueueModule } from '../../src/platform/queue/queue.module.js';
import { backends } from '../support/backends.js';
import { testEnvironment } from '../support/environment.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';

const jobs = queueJobs('parcels', {
  'parcel.send': { payload: z.object({ parcelId: z.string().min(1) }), attempts: 3, backoff: 100 },
});

for (const { name, redisUrl, skip } of backends) {
  describe(`the outbox, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let app: INestApplicationContext;
    let door: Database;
    let outbox: Outbox;
    let relay: OutboxRelay;
    let queues: JobQueues;

    before(async () => {
      database = await createDatabase();
      const env = readEnvironment(testEnvironment(database.url, redisUrl));
      @Module({ imports: [TelemetryModule, DatabaseModule.forRoot(env, 'test'), QueueModule.forRoot(env, [jobs])] })
      class TestModule {}
      app = await NestFactory.createApplicationContext(TestModule, { logger: false });
      [door, outbox, relay, queues] = [app.get(Database), app.get(Outbox), app.get(OutboxRelay), app.get(JobQueues)];
    });
    after(async () => {
      await app.close();
      await database.drop();
    });

    const add = (parcelId: string, change = 'SELECT') =>
      outbox.addWith({ sql: change, parameters: [] }, jobs, 'parcel.send', { parcelId });
    const rows = () =>
      database.query<{ id: string; sent: boolean }>('SELECT id, sent_at IS NOT NULL AS sent FROM outbox ORDER BY id');
    const waiting = async () => (await queues.all()[0]!.getJobs(['waiting', 'delayed', 'prioritized'])).length;
    const clear = async () => {
      await queues.all()[0]!.obliterate({ force: true });
      await database.query('DELETE FROM outbox');
    };

    it('carries a job into the queue at once, with the correlation id of its request', async () => {
      await clear();
      await runInContext({ correlationId: 'from-the-request' }, () => add('p1'));
      await relay.relay();
      const [job] = await queues.all()[0]!.getJobs(['waiting']);
      assert.deepEqual(job?.data, { payload: { parcelId: 'p1' }, correlationId: 'from-the-request' });
      assert.deepEqual(
        (await rows()).map(({ id, sent }) => [id, sent]),
        [[job.id, true]],
      );
    });

    it('sends nothing of what was rolled back, or changed nothing', async () => {
      await clear();
      const failing = door.transaction(async () => {
        assert.equal(await add('p2'), true);
        throw new Error('the use case failed');
      });
      await assert.rejects(failing, /use case failed/);
      await relay.relay();
      assert.deepEqual([await rows(), await waiting()], [[], 0]);
      assert.equal(await add('p3', 'SELECT WHERE false'), false);
      await assert.rejects(add(''), /parcelId/);
      assert.deepEqual(await rows(), []);
    });

    it('is sent once by many relays, and sending again is a no-op', async () => {
      await clear();
      for (let index = 0; index < 20; index++) await add(`p${index}`);
      await Promise.all([relay.relay(), relay.relay(), relay.relay()]);
      await database.query('UPDATE outbox SET sent_at = NULL');
      await relay.relay();
      assert.equal(await waiting(), 20);
    });

    for (const count of [3, 40]) {
      it(`carries ${count} that another process left, all with what they say`, async () => {
        await clear();
        await database.query(
          `INSERT INTO outbox (id, queue, name, payload, correlation_id)
           SELECT gen_random_uuid(), 'parcels', 'parcel.send', jsonb_build_object('parcelId', 'p' || n), 'left-behind'
           FROM generate_series(1, $1::int) AS n`,
          [count],
        );
        await relay.relay();
        const carried = await queues.all()[0]!.getJobs(['waiting']);
        const said = carried.map(({ name, data }) => `${name} ${JSON.stringify(data)}`).toSorted();
        const due = Array.from({ length: count }, (_, n) => ({
          payload: { parcelId: `p${n + 1}` },
          correlationId: 'left-behind',
        }));
        assert.deepEqual(said, due.map((data) => `parcel.send ${JSON.stringify(data)}`).toSorted());
      });
    }

    it('sends again what the queue has lost, and only that', async () => {
      await clear();
      await add('kept');
      await add('lost');
      await relay.relay();
      const [, lost] = await rows();
      await (await queues.all()[0]!.getJob(lost!.id))?.remove();
      assert.equal(await waiting(), 1);
      await relay.resendLost(); // too early: it may only be slow
      assert.equal(await waiting(), 1);
      await database.query(`UPDATE outbox SET sent_at = now() - interval '1 minute'`);
      await relay.resendLost();
      await relay.relay();
      assert.equal(await waiting(), 2);
    });

    it('sends again what failed without an end, since its entry is not settled', async () => {
      await clear();
      await add('failed');
      await relay.relay();
      const worker = new Worker('parcels', () => Promise.reject(new UnrecoverableError('the worker is broken')), {
        ...(queues.all()[0]!.opts as WorkerOptions),
      });
      await once(worker, 'failed');
      await worker.close();
      await database.query(`UPDATE outbox SET sent_at = now() - interval '1 minute'`);
      await relay.resendLost();
      await relay.relay();
      assert.equal(await waiting(), 1);
    });

    it('settles when the job has ended', async () => {
      await clear();
      await add('done');
      await relay.relay();
      const [row] = await rows();
      await outbox.settle(row!.id);
      assert.deepEqual(await rows(), []);
      assert.deepEqual(await outbox.lag(), { outstanding: 0, unsent: 0, oldestUnsentSeconds: 0 });
    });

    it('says how far it lags behind', async () => {
      await clear();
      await database.query(
        `INSERT INTO outbox (id, queue, name, payload, correlation_id, created_at)
         VALUES (gen_random_uuid(), 'elsewhere', 'x', '{}', 'test-test', now() - interval '40 seconds')`,
      );
      await sleep(10);
      const { outstanding, unsent, oldestUnsentSeconds } = await outbox.lag();
      assert.deepEqual([outstanding, unsent], [1, 1]);
      assert.ok(oldestUnsentSeconds >= 40 && oldestUnsentSeconds < 60);
    });
  });
}
