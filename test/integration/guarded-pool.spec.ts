import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type Lane, runInContext } from '../../src/common/context/request-context.js';
import { OverloadedError } from '../../src/common/errors/domain-error.js';
import { dataSourceOptions, impatient } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { guardedPool } from '../../src/platform/database/guarded-pool.js';
import { Guard } from '../../src/platform/resilience/guard.js';
import { POLICIES } from '../../src/platform/resilience/policies.js';
import { Pressure } from '../../src/platform/resilience/pressure.js';
import { Sheds } from '../../src/platform/resilience/sheds.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';

const POOL = 3;

describe('connections to the database', { skip: withoutPostgres }, () => {
  const guard = new Guard(POLICIES.database);
  const sheds = new Sheds();
  const pressure = new Pressure();
  let dataSource: DataSource;
  let database: Database;
  let test: TestDatabase;
  before(async () => {
    test = await createDatabase();
    dataSource = await new DataSource({
      ...dataSourceOptions({ DATABASE_URL: test.url, DATABASE_POOL: POOL }, 'guarded'),
      driver: { ...pg, Pool: guardedPool(guard, sheds, pressure) },
      extra: { ...impatient, query_timeout: 1_000 },
    }).initialize();
    database = new Database(dataSource);
  });
  after(async () => {
    await dataSource.destroy();
    await test.drop();
  });

  const inLane = <T>(lane: Lane, work: () => Promise<T>): Promise<T> =>
    runInContext({ correlationId: 'guarded-pool', lane }, work);

  it('are left for doors, however much offices ask for', async () => {
    const heavy = Array.from({ length: 6 }, () => inLane('office', () => database.query('SELECT pg_sleep(0.4)')));
    await sleep(100);
    const started = performance.now();
    await inLane('door', () => database.query('SELECT 1'));
    assert.ok(performance.now() - started < 300, 'a door waits for no office');
    await Promise.all(heavy);
  });

  it('say when everybody stands in line for them, and not because of a burst', async () => {
    const ask = () => database.query('SELECT pg_sleep(0.15)');
    await Promise.all(Array.from({ length: 2 * POOL }, ask));
    assert.equal(pressure.isHigh, false, 'a burst');
    const isOver = AbortSignal.timeout(2_500);
    const again = async () => {
      while (!isOver.aborted) await ask();
    };
    const crowd = Array.from({ length: 4 * POOL }, again);
    await sleep(2_000);
    assert.equal(pressure.isHigh, true, 'a line');
    await Promise.all(crowd);
    await database.query('SELECT 1');
    await sleep(1_100);
    assert.equal(pressure.isHigh, false, 'nobody waits any more');
  });

  it('are given back by offices, also after errors and in transactions', async () => {
    for (let round = 0; round < 3 * POOL; round++) {
      await inLane('office', async () => {
        await assert.rejects(database.query('SELECT 1 / 0'), /division by zero/);
        await database.transaction(() => database.query('SELECT 1'));
      });
    }
    assert.equal(guard.state, 'closed', 'an error that the database answers says that it is there');
  });

  it('are not waited for without end: one that holds the last and asks for another is told to try again', async () => {
    const hold = () =>
      database.transaction(async () => {
        await sleep(50);
        return Promise.all(Array.from({ length: 2 }, () => dataSource.query('SELECT 1')));
      });
    const outcomes = await Promise.allSettled([1, 2].map(() => inLane('office', hold)));
    const refused = outcomes.filter((one) => one.status === 'rejected');
    for (const { reason } of refused) assert.ok(reason instanceof OverloadedError, String(reason));
    assert.deepEqual(await inLane('office', () => database.query('SELECT 1 AS one')), [{ one: 1 }]);
  });

  it('whose server is silent are cut, and not used again when it is back', async () => {
    await assert.rejects(database.query('SELECT pg_sleep(3)'), /read timeout/);
    const [row] = await database.query<{ one: number }>('SELECT 1 AS one');
    assert.deepEqual(row, { one: 1 });
  });
});
