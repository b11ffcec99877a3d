import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { describe, it } from 'node:test';
import pg from 'pg';
import { OperatorError } from './operator-error.js';
import { PortTakenError } from './ports.js';
import { startPostgres } from './postgres.js';
import { startOf } from './processes.js';
import { makeScratch, removeScratch } from './scratch.js';

async function answer(url: string, sql: string, connectionTimeoutMillis = 30_000): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis });
  try {
    await client.connect();
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe('startPostgres', () => {
  it('gives a UTF-8 database that needs its password, beside others, and takes it away again', async () => {
    const [one, other] = await Promise.all([startPostgres({ ephemeral: true }), startPostgres({ ephemeral: true })]);
    const folder = await answer(one.url, 'SHOW data_directory');
    assert.equal(await answer(one.url, 'SHOW server_encoding'), 'UTF8');
    assert.equal(await answer(one.url, 'SHOW listen_addresses'), '127.0.0.1');
    assert.notEqual(await answer(other.url, 'SHOW data_directory'), folder);
    await assert.rejects(answer(one.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1'), { code: '28P01' });
    await Promise.all([one.stop(), other.stop()]);
    assert.equal(existsSync(String(folder)), false);
    assert.equal(startOf(one.pid), undefined);
  });

  it('can be frozen, thawed and stopped while frozen', async () => {
    const server = await startPostgres({ ephemeral: true });
    server.pause();
    await assert.rejects(answer(server.url, 'SELECT 1', 1_000));
    server.resume();
    assert.equal(await answer(server.url, 'SELECT 1'), 1);
    server.pause();
    await server.stop();
    assert.equal(startOf(server.pid), undefined);
  });

  it('says when another program has its port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await assert.rejects(startPostgres({ ephemeral: true, port }), PortTakenError);
    other.close();
  });

  it('says what to do when the password is not the one the data were made with', async () => {
    const scratch = await makeScratch('postgres-spec');
    const place = { dataDir: path.join(scratch, 'postgres'), logFile: path.join(scratch, 'log') };
    const first = await startPostgres({ ...place, password: 'one' });
    await first.stop();
    await assert.rejects(startPostgres({ ...place, password: 'two' }), (error: unknown) => {
      assert.ok(error instanceof OperatorError);
      assert.match(error.message, /another password[^]*secrets\.env/);
      return true;
    });
    await removeScratch(scratch);
  });

  it('does not touch a folder that holds something else', async () => {
    const scratch = await makeScratch('postgres-spec');
    const dataDir = path.join(scratch, 'postgres');
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'holiday.txt'), 'photos');
    await assert.rejects(startPostgres({ dataDir, password: 'x', logFile: path.join(scratch, 'log') }), OperatorError);
    assert.ok(existsSync(path.join(dataDir, 'holiday.txt')));
    await removeScratch(scratch);
  });
});
