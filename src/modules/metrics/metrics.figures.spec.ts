import assert from 'node:assert/strict';
import { type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { z } from 'zod';
import { findExecutable } from '../../../scripts/support/executables.js';
import { type PostgresServer, startPostgres } from '../../../scripts/support/postgres.js';
import { type RedisServer, startRedis } from '../../../scripts/support/redis.js';
import { testEnvironment } from '../../../test/support/environment.js';
import { readEnvironment } from '../../config/env.js';
import { DatabaseModule } from '../../platform/database/database.module.js';
import { Database } from '../../platform/database/database.js';
import { migrate } from '../../platform/database/migrate.js';
import { JobQueues } from '../../platform/queue/job-queues.js';
import { Outbox } from '../../platform/queue/outbox.repository.js';
import { queueJobs } from '../../platform/queue/job-table.js';
import { QueueModule } from '../../platform/queue/queue.module.js';
import { HealthChecks, NotReadyError } from '../../platform/telemetry/health-checks.js';
import { Telemetry } from '../../platform/telemetry/telemetry.js';
import { CloudwatchWorkload } from './cloudwatch-workload.js';
import { MetricsModule } from './index.js';
import { type ReadinessReport } from './readiness.service.js';

const parcels = queueJobs('parcels', {
  'parcel.send': { payload: z.object({ id: z.string() }), attempts: 3, backoff: 100 },
});

/** CloudWatch's embedded metric format, as far as it is used. */
const embeddedMetrics = z.object({
  _aws: z.object({
    Timestamp: z.int(),
    CloudWatchMetrics: z.tuple([
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string(), Unit: z.string() })),
      }),
    ]),
  }),
  BacklogPerWorker: z.number(),
  OldestJobSeconds: z.number(),
});

interface Running {
  readonly app: NestExpressApplication;
  readonly url: string;
}

interface Choices {
  readonly redisUrl?: string;
  /** Checks that fail with these. */
  readonly failing?: Readonly<Record<string, Error>>;
}

async function serve(service: 'api' | 'worker', databaseUrl: string, choices: Choices = {}): Promise<Running> {
  const { redisUrl, failing = {} } = choices;
  const env = readEnvironment(testEnvironment(databaseUrl, redisUrl));
  const platform = [DatabaseModule.forRoot(env, service), QueueModule.forRoot(env, [parcels])];
  @Module({ imports: [...platform, MetricsModule.forRoot({ service, redisUrl })] })
  class App {
    constructor(checks: HealthChecks) {
      for (const [name, error] of Object.entries(failing)) checks.register(name, () => Promise.reject(error));
    }
  }
  const app = await NestFactory.create<NestExpressApplication>(App, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { app, url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}` };
}

/** `name{labels}` → value. */
async function scrape({ url }: Running): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

async function readiness({ url }: Running): Promise<{ status: number; report: ReadinessReport; milliseconds: number }> {
  const started = performance.now();
  const response = await fetch(`${url}/health/ready`);
  const report = (await response.json()) as ReadinessReport;
  return { status: response.status, report, milliseconds: performance.now() - started };
}

async function timed<T>(work: Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const started = performance.now();
  const result = await work;
  return { result, milliseconds: performance.now() - started };
}

describe('metrics and health', () => {
  let postgres: PostgresServer;
  let running: Running;
  before(async () => {
    postgres = await startPostgres({ ephemeral: true });
    await migrate({ DATABASE_URL: postgres.url, DATABASE_POOL: 2 });
    running = await serve('api', postgres.url);
  });
  after(async () => {
    await running.app.close();
    await postgres.stop();
  });

  it('is ready when every part answers, and says how fast each did', async () => {
    const { status, report } = await readiness(running);
    assert.deepEqual([status, report.status], [200, 'ready']);
    assert.deepEqual(Object.keys(report.checks), ['database', 'migrations', 'queue', 'clock', 'disk']);
    for (const { ok, milliseconds } of Object.values(report.checks)) assert.ok(ok && milliseconds < 2_000);
  });

  it('reports the process, the build, the outbox and the queue', async () => {
    const { app } = running;
    await app.get(Database).query(
      `INSERT INTO outbox (id, queue, name, payload, correlation_id, created_at, sent_at) VALUES
         (gen_random_uuid(), 'parcels', 'parcel.send', '{}', 'spec-1234', now() - interval '40 s', NULL),
         (gen_random_uuid(), 'parcels', 'parcel.send', '{}', 'spec-1234', now() - interval '80 s', now())`,
    );
    await app.get(JobQueues).send('parcels', [
      {
        id: 'job-1',
        queue: 'parcels',
        name: 'parcel.send',
        payload: { id: 'b' },
        correlationId: 'spec-1234',
        traceParent: null,
      },
    ]);
    const samples = await scrape(running);
    const build = [...samples.keys()].find((name) => name.startsWith('presente_build_info'));
    assert.match(build ?? '', /service="api",version="\d+\.\d+\.\d+",node="v\d+/);
    assert.ok((samples.get('process_resident_memory_bytes') ?? 0) > 1e6);
    assert.equal(samples.get('presente_database_up'), 1);
    assert.equal(samples.get('presente_queue_up{queue="parcels"}'), 1);
    assert.equal(samples.get('presente_outbox_outstanding_jobs'), 2);
    assert.equal(samples.get('presente_outbox_unsent_jobs'), 1);
    const age = samples.get('presente_outbox_oldest_unsent_seconds') ?? 0;
    assert.ok(age >= 40 && age < 80, `${age} s`);
    assert.equal(samples.get('presente_queue_jobs{queue="parcels",state="waiting"}'), 1);
    assert.equal(samples.get('presente_queue_jobs{queue="parcels",state="failed"}'), 0);
    assert.equal(samples.get('presente_queue_workers{queue="parcels"}'), 0);
    const oldest = samples.get('presente_queue_oldest_job_seconds{queue="parcels"}') ?? 0;
    assert.ok(oldest >= 80 && oldest < 120, `${oldest} s`);
    assert.ok(samples.has('presente_database_pool_connections{state="busy"}'));
    assert.ok((samples.get('presente_postgres_connections') ?? 0) >= 1);
    assert.ok((samples.get('presente_postgres_database_bytes') ?? 0) > 1e6);
    assert.equal(samples.has('presente_postgres_replication_lag_seconds'), false, 'nobody replicates here');
  });

  it('tells CloudWatch, as a line of the log, what each worker has before it and for how long', async () => {
    const { app } = running;
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const workload = new CloudwatchWorkload(app.get(Outbox), app.get(JobQueues), 'Presente/spec', write);
    await workload.tell();
    assert.equal(lines.length, 1);
    const { _aws, BacklogPerWorker, OldestJobSeconds } = embeddedMetrics.parse(JSON.parse(lines[0] ?? ''));
    const [{ Namespace, Dimensions, Metrics }] = _aws.CloudWatchMetrics;
    assert.deepEqual([Namespace, Dimensions], ['Presente/spec', [[]]]);
    assert.deepEqual(
      Metrics.map(({ Name, Unit }) => `${Name} ${Unit}`),
      ['BacklogPerWorker Count', 'OldestJobSeconds Seconds'],
    );
    assert.ok(Math.abs(_aws.Timestamp - Date.now()) < 5_000);
    assert.equal(BacklogPerWorker, 2, 'nobody works, and two jobs are outstanding');
    assert.ok(OldestJobSeconds >= 80 && OldestJobSeconds < 120, `${OldestJobSeconds} s`);
  });

  it('counts what features tell it, by outcome and reason', async () => {
    const telemetry = running.app.get(Telemetry);
    telemetry.validationEnded('REJECTED', 'NO_MATCH');
    telemetry.enrolmentEnded('COMPLETED', 'NONE');
    telemetry.stage('embed', 0.02);
    telemetry.jobEnded('parcels', 'done', 0.3);
    telemetry.jobSettled('parcels', 1.5, 0.25);
    telemetry.compared('ACCEPTED', 0.07);
    const samples = await scrape(running);
    assert.equal(samples.get('presente_validations_total{outcome="REJECTED",reason="NO_MATCH"}'), 1);
    assert.equal(samples.get('presente_enrolments_total{outcome="COMPLETED",reason="NONE"}'), 1);
    const embed = (le: string) => samples.get(`presente_face_stage_duration_seconds_bucket{le="${le}",stage="embed"}`);
    assert.deepEqual([embed('0.01'), embed('0.025')], [0, 1]);
    assert.equal(samples.get('presente_job_duration_seconds_sum{queue="parcels",outcome="done"}'), 0.3);
    assert.equal(samples.get('presente_job_completion_seconds_sum{queue="parcels"}'), 1.5);
    assert.equal(samples.get('presente_job_wait_seconds_sum{queue="parcels"}'), 1.25);
    const margin = (le: string) => samples.get(`presente_comparison_margin_bucket{le="${le}",outcome="ACCEPTED"}`);
    assert.deepEqual([margin('0.05'), margin('0.1')], [0, 1]);
  });

  it('keeps the numbers of two applications of one process apart', async () => {
    const other = await serve('worker', postgres.url);
    try {
      other.app.get(Telemetry).validationEnded('ACCEPTED', 'MATCH');
      const name = 'presente_validations_total{outcome="ACCEPTED",reason="MATCH"}';
      assert.equal((await scrape(other)).get(name), 1);
      assert.equal((await scrape(running)).get(name), undefined);
    } finally {
      await other.app.close();
    }
  });

  it('shows what a further check says, and of its faults only words that are meant to be read', async () => {
    const failing = { models: new NotReadyError('The models are still loading.'), camera: new Error('at 10.0.0.7') };
    const other = await serve('worker', postgres.url, { failing });
    try {
      const { status, report } = await readiness(other);
      assert.deepEqual([status, report.status], [503, 'not ready']);
      assert.equal(report.checks['models']?.problem, 'The models are still loading.');
      assert.equal(report.checks['camera']?.problem, 'does not answer');
      assert.equal(report.checks['database']?.ok, true);
    } finally {
      await other.app.close();
    }
  });

  it('is not ready on a database without the schema, until the migrations have run', async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('CREATE DATABASE bare');
    await client.end();
    const bareUrl = postgres.url.replace(/presente$/, 'bare');
    const bare = await serve('api', bareUrl);
    try {
      const { status, report } = await readiness(bare);
      assert.equal(status, 503);
      assert.match(report.checks['migrations']?.problem ?? '', /run the migrations/);
      assert.equal((await fetch(`${bare.url}/health/started`)).status, 503);
      await migrate({ DATABASE_URL: bareUrl, DATABASE_POOL: 2 });
      assert.equal((await readiness(bare)).status, 200);
      assert.equal((await fetch(`${bare.url}/health/started`)).status, 200);
    } finally {
      await bare.app.close();
    }
  });

  it('answers in time while the database hangs, and again when it is back', async () => {
    postgres.pause();
    try {
      const live = await timed(fetch(`${running.url}/health/live`));
      assert.ok(live.result.status === 200 && live.milliseconds < 500);
      for (let round = 0; round < 3; round++) {
        const { status, report, milliseconds } = await readiness(running);
        assert.deepEqual([status, report.checks['database']?.ok], [503, false]);
        assert.ok(milliseconds < 2_500, `readiness took ${milliseconds} ms`);
      }
      const { result, milliseconds } = await timed(scrape(running));
      assert.ok(milliseconds < 2_500, `the scrape took ${milliseconds} ms`);
      assert.equal(result.get('presente_database_up'), 0);
      assert.equal(result.get('presente_queue_up{queue="parcels"}'), 0);
      assert.equal(result.has('presente_outbox_unsent_jobs'), false, 'a stale number');
    } finally {
      postgres.resume();
    }
    assert.equal((await readiness(running)).status, 200);
    assert.equal((await scrape(running)).has('presente_outbox_unsent_jobs'), true);
  });

  const skip = findExecutable('redis-server') === undefined && 'there is no redis-server on this machine';
  it('answers in time while Redis hangs, and again when it is back', { skip }, async () => {
    const redis: RedisServer = await startRedis();
    const other = await serve('worker', postgres.url, { redisUrl: redis.url });
    try {
      assert.equal((await readiness(other)).status, 200);
      redis.pause();
      const { status, report, milliseconds } = await readiness(other);
      assert.deepEqual([status, report.checks['queue']?.ok, report.checks['database']?.ok], [503, false, true]);
      assert.ok(milliseconds < 2_500, `readiness took ${milliseconds} ms`);
      const { result, milliseconds: scraping } = await timed(scrape(other));
      assert.ok(scraping < 2_500, `the scrape took ${scraping} ms`);
      assert.equal(result.get('presente_queue_up{queue="parcels"}'), 0);
      assert.equal(result.get('presente_database_up'), 1);
      redis.resume();
      assert.equal((await readiness(other)).status, 200);
    } finally {
      redis.resume();
      await other.app.close();
      await redis.stop();
    }
  });
});
