import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findExecutable } from './executables.js';
import { PortTakenError } from './ports.js';
import { startOf } from './processes.js';
import { startRedis } from './redis.js';

const skip =
  findExecutable('redis-server') === undefined && 'there is no redis-server (Debian: apt-get install redis-server)';

describe('startRedis', { skip }, () => {
  it('gives a server that never evicts and keeps nothing on disk', async () => {
    const server = await startRedis();
    const client = new Redis(server.url);
    const setting = async (name: string) => ((await client.config('GET', name)) as string[])[1];
    assert.equal(await setting('maxmemory-policy'), 'noeviction');
    assert.deepEqual([await setting('save'), await setting('appendonly')], ['', 'no']);
    client.disconnect();
    await server.stop();
    assert.equal(startOf(server.pid), undefined);
  });

  it('says when another program has its port', async () => {
    const first = await startRedis();
    await assert.rejects(startRedis({ port: first.port }), PortTakenError);
    await first.stop();
  });

  it('can be frozen, thawed and stopped while frozen', async () => {
    const server = await startRedis();
    const client = new Redis(server.url, { retryStrategy: null });
    await client.ping();
    server.pause();
    const answer = client.ping();
    assert.equal(await Promise.race([answer, sleep(300, 'nothing')]), 'nothing');
    server.resume();
    assert.equal(await answer, 'PONG');
    client.disconnect();
    server.pause();
    await server.stop();
    assert.equal(startOf(server.pid), undefined);
  });
});
