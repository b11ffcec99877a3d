import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { Queue, Worker } from 'bullmq';
import pg from 'pg';
import { createPostgresBackend } from '../../src/platform/queue/postgres-backend.js';
import { servers, withoutPostgres } from '../support/servers.js';

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
});
