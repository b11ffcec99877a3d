import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { LogLevel, LogService } from '../../src/modules/logs/log-level.js';
import { LogBatch } from '../../src/modules/logs/log-line.type.js';
import { LogsService } from '../../src/modules/logs/logs.service.js';
import { fittedLine, MAX_LINE } from '../../src/platform/logging/store/fitted-line.js';
import { LogBuffer } from '../../src/platform/logging/store/log-buffer.js';
import { LogShipper } from '../../src/platform/logging/store/log-shipper.js';
import { FIRST_ID, LogStore } from '../../src/platform/logging/store/log-store.js';
import { PostgresLogStore } from '../../src/platform/logging/store/postgres-log-store.js';
import { RedisLogStore } from '../../src/platform/logging/store/redis-log-store.js';
import { Telemetry } from '../../src/platform/telemetry/telemetry.js';
import { backends } from '../support/backends.js';
import { freePort } from '../../scripts/support/ports.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';

const LIMIT = 1_500;

const lineOf = (fields: object): string =>
  JSON.stringify({
    level: 'info',
    time: new Date().toISOString(),
    service: 'api',
    version: '1.0.0',
    pid: 7,
    hostname: 'host',
    msg: 'operation',
    ...fields,
  });
const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => lineOf({ number: from + index }));
const numbersOf = (lines: readonly { readonly line: string }[]): number[] =>
  lines.map(({ line }) => (JSON.parse(line) as { number: number }).number);

for (const { name, redisUrl, skip } of backends) {
  describe(`the log store, ${name}`, { skip }, () => {
    let database: TestDatabase;
    const open: LogStore[] = [];
    before(async () => {
      database = await createDatabase();
    });
    after(async () => {
      for (const store of open) await store.close();
      await database.drop();
    });

    /** Those that are opened with the same `prefix` share their lines, as processes do. */
    const storeOf = (prefix: string, limit = LIMIT): LogStore => {
      const store =
        redisUrl === undefined
          ? new PostgresLogStore({ DATABASE_URL: database.url }, limit)
          : new RedisLogStore(redisUrl, prefix, limit);
      open.push(store);
      return store;
    };
    const empty = async (): Promise<LogStore> => {
      if (redisUrl === undefined) await database.query('DELETE FROM log_lines');
      return storeOf(randomUUID());
    };

    it('gives lines back in their order, from both ends and by pages', async () => {
      const store = await empty();
      assert.deepEqual(await store.before(undefined, 5), []);
      await store.append(numbered(0, 10));
      const newest = await store.before(undefined, 4);
      assert.deepEqual(numbersOf(newest), [9, 8, 7, 6]);
      assert.deepEqual(numbersOf(await store.before(newest.at(-1)?.id, 100)), [5, 4, 3, 2, 1, 0]);
      assert.deepEqual(numbersOf(await store.after(newest[2]?.id ?? '', 100)), [8, 9]);
      const all = (await store.after(FIRST_ID, 100)).map(({ id }) => id);
      assert.deepEqual(all, all.toSorted());
      assert.equal((await store.after(FIRST_ID, 100)).length, 10);
    });

    it('forgets the oldest beyond its limit', async () => {
      const store = await empty();
      for (let from = 0; from < 4 * LIMIT; from += 500) await store.append(numbered(from, from + 500));
      const kept = await store.after(FIRST_ID, 10 * LIMIT);
      assert.ok(kept.length >= LIMIT && kept.length <= LIMIT + 1_000, `${kept.length} lines`);
      assert.equal(numbersOf(kept.slice(-1))[0], 4 * LIMIT - 1);
    });

    it('hides no line from a reader who goes on from the last it saw, while several processes write', async () => {
      await empty();
      const prefix = randomUUID();
      const writers = [storeOf(prefix, 10_000), storeOf(prefix, 10_000), storeOf(prefix, 10_000)];
      const reader = storeOf(prefix, 10_000);
      let writing = true;
      const seen: number[] = [];
      const read = async () => {
        let cursor: string = FIRST_ID;
        for (let isLast = false; !isLast;) {
          isLast = !writing;
          const lines = await reader.after(cursor, 1_000);
          cursor = lines.at(-1)?.id ?? cursor;
          seen.push(...numbersOf(lines));
        }
      };
      const written = Promise.all(
        writers.map(async (store, which) => {
          for (let n = 0; n < 60; n++)
            await store.append(numbered(which * 1_000 + n * 10, which * 1_000 + n * 10 + 10));
        }),
      ).finally(() => {
        writing = false;
      });
      await Promise.all([read(), written]);
      assert.equal(seen.length, 3 * 600);
      assert.equal(new Set(seen).size, 3 * 600);
    });

    it('finds by everything that a filter can say, page by page', async () => {
      const store = await empty();
      const logs = new LogsService(store);
      const id = randomUUID();
      await store.append([
        'no line of ours',
        lineOf({ level: 'warn', msg: 'job failed', service: 'worker', job: 'validation.process', correlationId: id }),
        lineOf({ level: 'error', msg: 'Ángel cayó', time: '2026-01-02T03:04:05.000Z', hostname: 'other' }),
        lineOf({ operation: 'query', fields: ['people', 'me'], correlationId: id }),
        lineOf({ level: 'fatal', msg: 'operation failed', path: ['people', 0], err: { message: 'x' } }),
        lineOf({ msg: 'request completed', method: 'POST', path: '/captures', correlationId: `${id}-2` }),
      ]);
      const found = async (filter: object) =>
        (await logs.page({ filter, first: 10 })).nodes.map(({ message }) => message);
      assert.deepEqual(await found({}), [
        'request completed',
        'operation failed',
        'operation',
        'Ángel cayó',
        'job failed',
      ]);
      assert.deepEqual(await found({ levelAtLeast: LogLevel.WARN }), ['operation failed', 'Ángel cayó', 'job failed']);
      assert.deepEqual(await found({ operation: 'people' }), ['operation failed', 'operation']);
      assert.deepEqual(await found({ service: LogService.WORKER }), ['job failed']);
      assert.deepEqual(await found({ instance: 'other:7' }), ['Ángel cayó']);
      assert.deepEqual(await found({ text: 'ángel CAY' }), ['Ángel cayó']);
      assert.deepEqual(await found({ correlationId: id }), ['operation', 'job failed']);
      assert.deepEqual(await found({ operation: 'me' }), ['operation']);
      assert.deepEqual(await found({ operation: 'validation.process' }), ['job failed']);
      assert.deepEqual(await found({ operation: 'POST /captures' }), ['request completed']);
      assert.deepEqual(await found({ to: new Date('2026-01-03') }), ['Ángel cayó']);
      assert.deepEqual(await found({ from: new Date('2026-01-03'), levelAtLeast: LogLevel.WARN }), [
        'operation failed',
        'job failed',
      ]);

      await store.append(numbered(0, 1_200));
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { nodes, pageInfo }: Awaited<ReturnType<LogsService['page']>> = await logs.page({ first: 90, after });
        seen.push(...nodes.map((line) => line.id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      assert.equal(new Set(seen).size, seen.length);
      assert.equal(seen.length, 1_205);
    });

    it('tells a follower what is new, what it missed by falling behind, and lets them go at once', async () => {
      const store = await empty();
      await store.append(numbered(0, 3));
      const tail = new LogsService(store).tail({ filter: { text: 'number' } });
      const next = async () => (await tail.next()).value ?? assert.fail('ended');
      assert.deepEqual(await next(), new LogBatch([], true));
      await store.append([...numbered(3, 5), lineOf({ msg: 'another' })]);
      const { lines, reload } = await next();
      assert.deepEqual([lines.map(({ details }) => details[0]?.value), reload], [['3', '4'], false]);
      await store.append(numbered(5, 1_200));
      const late = await next();
      assert.deepEqual([late.lines.length, late.lines.at(-1)?.details[0]?.value, late.reload], [100, '1199', true]);
      const waiting = tail.next();
      await tail.return();
      assert.equal((await waiting).done, true);
    });
  });
}

describe('log lines on their way to the store', () => {
  class Stubborn extends LogStore {
    readonly lines: string[] = [];
    works = true;
    override append(lines: readonly string[]): Promise<void> {
      if (!this.works) return Promise.reject(new Error('away'));
      this.lines.push(...lines);
      return Promise.resolve();
    }
    override before = () => Promise.resolve([]);
    override after = () => Promise.resolve([]);
    override close = () => Promise.resolve();
  }
  const until = async (holds: () => boolean) => {
    const end = Date.now() + 15_000;
    while (!holds()) {
      assert.ok(Date.now() < end, 'in time');
      await sleep(20);
    }
  };

  it('wait while it is away, are dropped and counted when they are too many, and come in their order', async () => {
    const [registry, store] = [new Registry(), new Stubborn()];
    const buffer = new LogBuffer({ lines: 10, characters: 100_000 });
    const shipper = new LogShipper(buffer, store, new Telemetry(registry));
    store.works = false;
    shipper.onApplicationBootstrap();
    for (let n = 0; n < 5; n++) buffer.write(`{"n":${n}}\n`);
    await sleep(400);
    for (let n = 5; n < 30; n++) buffer.write(`{"n":${n}}\n`);
    store.works = true;
    await until(() => store.lines.length === 10);
    assert.deepEqual(store.lines.slice(0, 3), ['{"n":0}', '{"n":1}', '{"n":2}']);
    buffer.write('{"n":"last"}\n');
    await shipper.onApplicationShutdown();
    assert.equal(store.lines.at(-1), '{"n":"last"}');
    const text = await registry.metrics();
    assert.match(text, /presente_log_lines_total\{outcome="dropped"\} 20\n/);
    assert.match(text, /presente_log_lines_total\{outcome="stored"\} 11\n/);
  });

  it('never make a process wait that ends while the store is silent', async () => {
    const port = await freePort();
    const buffer = new LogBuffer();
    buffer.write('{}\n');
    for (const store of [
      new RedisLogStore(`redis://127.0.0.1:${port}`, 'spec', 10),
      new PostgresLogStore({ DATABASE_URL: `postgres://x@127.0.0.1:${port}/x` }, 10),
    ]) {
      const start = performance.now();
      await new LogShipper(buffer, store, new Telemetry(new Registry())).onApplicationShutdown();
      assert.ok(performance.now() - start < 10_000);
    }
  });

  it('are cut to what the store takes, and still say where they belong', () => {
    const long = (fields: object) => fittedLine(lineOf({ correlationId: 'spec-1234', ...fields }));
    for (const fields of [{ err: { stack: 'x'.repeat(9_000) } }, { list: Array.from({ length: 3_000 }, () => 1) }]) {
      const line = long(fields);
      assert.ok(line.length <= MAX_LINE);
      const { correlationId, msg, cut } = JSON.parse(line) as Record<string, unknown>;
      assert.deepEqual([correlationId, msg, cut], ['spec-1234', 'operation', true]);
    }
  });
});
