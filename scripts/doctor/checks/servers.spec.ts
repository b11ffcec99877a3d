import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Redis } from 'ioredis';
import pg from 'pg';
import { findExecutable } from '../../support/executables.js';
import { freePort } from '../../support/ports.js';
import { type PostgresServer, startPostgres } from '../../support/postgres.js';
import { type RedisServer, startRedis } from '../../support/redis.js';
import { makeScratch, removeScratch } from '../../support/scratch.js';
import { type Finding } from '../finding.js';
import { checkDatabase } from './database.js';
import { findEmbeddedDatabase } from './embedded-database.js';
import { checkRedis } from './redis.js';

const lines = (findings: readonly Finding[]) => findings.map(({ status, found }) => `${status}: ${found}`);

describe('checkDatabase', () => {
  let server: PostgresServer;
  let client: pg.Client;
  before(async () => {
    server = await startPostgres({ ephemeral: true });
    client = new pg.Client({ connectionString: server.url });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await server.stop();
  });
  const check = async (url = server.url) => lines((await checkDatabase(url, ['First1', 'Second2'])).findings);

  it('counts the migrations that are to be done, and sees a clock that agrees', async () => {
    assert.deepEqual(await check(), ['ok: PostgreSQL 18, UTF8', 'warning: 2 migrations are not done yet']);
    const { skew } = await checkDatabase(server.url, []);
    assert.ok(skew !== undefined && Math.abs(skew) < 500);
  });

  it('is content when all are done, and sees a database of a newer version', async () => {
    await client.query(`CREATE TABLE migrations (name text); INSERT INTO migrations VALUES ('First1'), ('Second2')`);
    assert.deepEqual(await check(), ['ok: PostgreSQL 18, UTF8', 'ok: every migration is done']);
    await client.query(`INSERT INTO migrations VALUES ('Third3')`);
    assert.match((await check()).join(), /failure: it was used by a newer Presente \(Third3\)/);
  });

  it('sees another encoding', async () => {
    await client.query(`CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`);
    assert.match(
      (await check(server.url.replace(/presente$/, 'latin'))).join(),
      /failure: the database's encoding is LATIN1/,
    );
  });

  it('tells a refused password, a missing database and a server that does not answer apart, and shows no password', async () => {
    assert.deepEqual(await check(server.url.replace(/:[^:@]+@/, ':secret@')), [
      'failure: the database refuses the password',
    ]);
    assert.deepEqual(await check(`${server.url}x`), ['failure: that server has no such database']);
    const nobody = await check(`postgres://u:secret@127.0.0.1:${await freePort()}/x`);
    assert.match(nobody.join(), /^failure: no answer: ECONNREFUSED/);
    assert.doesNotMatch(nobody.join(), /secret/);
    server.pause();
    assert.match((await check()).join(), /^failure: no answer/);
    server.resume();
  });
});

describe('findEmbeddedDatabase', () => {
  it('follows its life', async () => {
    const scratch = await makeScratch('doctor-spec');
    const dataDir = path.join(scratch, 'postgres');
    const find = async (password?: string, version = '18') => {
      const found = await findEmbeddedDatabase(scratch, password, version);
      return 'url' in found ? found.url : lines([found.finding]).join();
    };
    assert.equal(await find(), 'ok: is made by the first start');
    const server = await startPostgres({ dataDir, password: 'p', logFile: path.join(scratch, 'log') });
    assert.equal(await find('p'), server.url);
    await server.stop();
    assert.match(await find('p'), /^ok: PostgreSQL 18; does not run now/);
    assert.match(await find(), /^failure: the password of .* is lost/);
    assert.match(await find('p', '19'), /^failure: .* was made by PostgreSQL 18, the embedded one is 19/);
    await rm(dataDir, { recursive: true });
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'PG_VERSION'), '17\n');
    assert.match(await find('p'), /made by PostgreSQL 17, the embedded one is 18/);
    await removeScratch(scratch);
  });
});

const skip =
  findExecutable('redis-server') === undefined && 'there is no redis-server (Debian: apt-get install redis-server)';

describe('checkRedis', { skip }, () => {
  let server: RedisServer;
  before(async () => {
    server = await startRedis();
  });
  after(() => server.stop());

  it('asks the server itself', async () => {
    assert.match(lines(await checkRedis(server.url)).join(), /^ok: Redis \d+\.\d+\.\d+, noeviction$/);
    const client = new Redis(server.url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    assert.match(lines(await checkRedis(server.url)).join(), /^failure: maxmemory-policy is allkeys-lru/);
    client.disconnect();
  });

  it('says when nobody answers', async () => {
    assert.match(
      lines(await checkRedis(`redis://127.0.0.1:${await freePort()}`)).join(),
      /^failure: no answer from REDIS_URL: .*ECONNREFUSED/,
    );
  });
});
