import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { Queue, Worker } from 'bullmq';
import pg from 'pg';
import { Proxy } from '../../scripts/chaos/proxy.js';
import { createPostgresBackend } from '../../src/platform/queue/postgres-backend.js';
import { servers, withoutPostgres } from '../support/servers.js';
import { until } from '../support/until.js';

const LIMIT_MS = 15_000;

describe('a queue that starts before its database is there', { skip: withoutPostgres, timeout: 2 * LIMIT_MS }, () => {
  const name = `late_${randomBytes(6).toString('hex')}`;
  let admin: pg.Client;

  before(async () => {
    admin = new pg.Client({ connectionString: servers.postgres });
    await admin.connect();
  });
  after(async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  });

  it('refuses jobs until then, and takes them and works on them from then on', async () => {
    const url = new URL(servers.postgres ?? '');
    url.pathname = `/${name}`;
    const postgres = { connectionString: url.href, max: 2, migrate: true };
    // The type of `connection` is Redis' here as well.
    const options = { connection: postgres as object };
    const seen: string[] = [];
    const queue = new Queue('late', options, createPostgresBackend);
    const worker = new Worker('late', (job) => Promise.resolve(seen.push(job.name)), options, createPostgresBackend);
    queue.on('error', () => undefined);
    worker.on('error', () => undefined);
    try {
      await assert.rejects(queue.add('early', {}), { code: '3D000' });
      await assert.rejects(queue.getJobCounts(), { code: '3D000' });
      await admin.query(`CREATE DATABASE ${name}`);
      await queue.add('late', {});
      for (const end = Date.now() + LIMIT_MS; seen.length === 0 && Date.now() < end;) await sleep(50);
      assert.deepEqual(seen, ['late']);
    } finally {
      await Promise.all([worker.close(), queue.close()]);
    }
  });

  it('goes on when its database goes while it looks whether its tables are there', async () => {
    const url = new URL(servers.postgres ?? '');
    url.pathname = `/${name}`;
    const way = await Proxy.open(Number(url.port));
    const options = { connection: { connectionString: way.by(url.href), max: 2 } as object };
    const holder = new pg.Client({ connectionString: url.href });
    await holder.connect();
    const { rows } = await holder.query<{ table: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS table FROM pg_tables WHERE schemaname = 'bullmq'`,
    );
    await holder.query('BEGIN');
    await holder.query(`LOCK TABLE ${rows.map(({ table }) => table).join(', ')} IN ACCESS EXCLUSIVE MODE`);
    const queue = new Queue('late', options, createPostgresBackend);
    queue.on('error', () => undefined);
    try {
      // An event that nobody hears would fail this test, whatever it asserts.
      const ready = assert.rejects(queue.waitUntilReady());
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'`;
      await until(async () => (await admin.query(waiting, [name])).rows.length > 0);
      way.reset();
      await ready;
      await holder.query('ROLLBACK');
      assert.deepEqual(await queue.getJobCounts('waiting'), { waiting: 0 });
    } finally {
      await Promise.all([queue.close(), holder.end()]);
      way.close();
    }
  });
});
