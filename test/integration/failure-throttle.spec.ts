import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, beforeEach, describe, it } from 'node:test';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { FailureThrottle } from '../../src/platform/throttle/failure-throttle.js';
import { PostgresThrottleStore } from '../../src/platform/throttle/postgres-throttle-store.js';
import { Rate } from '../../src/platform/throttle/rate.js';
import { Guard } from '../../src/platform/resilience/guard.js';
import { POLICIES } from '../../src/platform/resilience/policies.js';
import { RedisThrottleStore } from '../../src/platform/throttle/redis-throttle-store.js';
import { type ThrottleStore } from '../../src/platform/throttle/throttle-store.js';
import { backends } from '../support/backends.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';

for (const { name, redisUrl, skip } of backends) {
  describe(`the throttle of failures, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let dataSource: DataSource;
    let store: ThrottleStore;
    let throttle: FailureThrottle;
    let subject: string;

    before(async () => {
      database = await createDatabase();
      dataSource = await new DataSource(
        dataSourceOptions({ DATABASE_URL: database.url, DATABASE_POOL: 5 }, 'test'),
      ).initialize();
      store =
        redisUrl === undefined
          ? new PostgresThrottleStore(dataSource)
          : new RedisThrottleStore(redisUrl, `test-${randomUUID()}`, new Guard(POLICIES.counters));
      throttle = new FailureThrottle(store, 'test', { free: 3, firstSeconds: 1, maxSeconds: 2 });
    });
    beforeEach(() => {
      subject = randomUUID();
    });
    after(async () => {
      if (store instanceof RedisThrottleStore) await store.onApplicationShutdown();
      await dataSource.destroy();
      await database.drop();
    });

    const begin = async (count: number) => {
      const waits: number[] = [];
      for (let index = 0; index < count; index++) waits.push(await throttle.begin(subject));
      return waits;
    };

    it('lets the free ones pass, then one after each delay, which grows to its greatest', async () => {
      assert.deepEqual(await begin(5), [0, 0, 0, 1, 1]);
      assert.equal(await throttle.waiting(subject), 1);
      await sleep(1_100);
      assert.equal(await throttle.waiting(subject), 0);
      assert.deepEqual(await begin(2), [0, 2]);
      await sleep(1_100);
      assert.deepEqual(await begin(1), [1]);
      await sleep(1_000);
      assert.deepEqual(await begin(2), [0, 2]);
    });

    it('lets no more pass at the same time than one after the other', async () => {
      const waits = await Promise.all(Array.from({ length: 100 }, () => throttle.begin(subject)));
      assert.equal(waits.filter((wait) => wait === 0).length, 3);
    });

    it('starts anew after a success, and counts nothing that was taken back', async () => {
      await begin(2);
      await throttle.forget(subject);
      assert.deepEqual(await begin(2), [0, 0]);
      await throttle.takeBack(subject);
      assert.deepEqual(await begin(3), [0, 0, 1]);
    });

    it('tells subjects apart', async () => {
      await begin(4);
      assert.equal(await throttle.begin(randomUUID()), 0);
      assert.equal(await throttle.waiting(randomUUID()), 0);
    });

    it('is the same for every process', async () => {
      await begin(3);
      const other = new FailureThrottle(store, 'test', { free: 3, firstSeconds: 1, maxSeconds: 2 });
      assert.equal(await other.waiting(subject), 1);
    });

    it('has a sister for plain rates', async () => {
      const rate = new Rate(store, { name: 'test-rate', points: 10, seconds: 60 });
      assert.equal(await rate.knows(subject), false);
      const waits = await Promise.all(Array.from({ length: 15 }, () => rate.take(subject)));
      assert.equal(waits.filter((wait) => wait === 0).length, 10);
      assert.ok(waits.every((wait) => wait <= 60));
      assert.equal(await rate.knows(subject), true);
    });
  });
}
