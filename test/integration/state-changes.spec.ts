import assert from 'node:assert/strict';
import { type EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { follow } from '../../src/platform/events/follow.js';
import { StateChanges } from '../../src/platform/events/state-changes.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';

const ID = '0198c0de-0000-7000-8000-000000000001';

describe('state changes', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let changes: StateChanges;
  let state: string;

  before(async () => {
    database = await createDatabase();
    changes = new StateChanges({ DATABASE_URL: database.url });
    await changes.onApplicationBootstrap();
  });
  after(async () => {
    await changes.onApplicationShutdown();
    await database.drop();
  });

  const announce = (id = ID, topic = 'validation') =>
    database.query(`SELECT pg_notify('presente_state', $1)`, [JSON.stringify({ topic, id })]);
  const set = async (next: string) => {
    state = next;
    await announce();
  };
  const loseConnection = () =>
    database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'presente-state' AND datname = current_database()`);
  const following = () =>
    follow(
      changes,
      { topic: 'validation', id: ID },
      () => Promise.resolve(state),
      (row) => row === 'FINAL',
    );

  it('are followed from now to the final one', async () => {
    state = 'OPEN';
    const rows = following();
    assert.equal((await rows.next()).value, 'OPEN');
    await set('QUEUED');
    assert.equal((await rows.next()).value, 'QUEUED');
    await set('FINAL');
    assert.equal((await rows.next()).value, 'FINAL');
    assert.equal((await rows.next()).done, true);
  });

  it('are read once, as they are then, for all that came while nobody waited', async () => {
    state = 'OPEN';
    let reads = 0;
    const rows = follow(
      changes,
      { topic: 'validation', id: ID },
      () => Promise.resolve(`${state} ${++reads}`),
      () => false,
    );
    await rows.next();
    const heard = changes.of('validation', ID, AbortSignal.timeout(5_000));
    const last = heard.next();
    for (const next of ['QUEUED', 'PROCESSING', 'FINAL']) await set(next);
    await last;
    // What was announced first was heard; the others are behind it on the same connection.
    await sleep(200);
    assert.equal((await rows.next()).value, 'FINAL 2');
    const more = rows.next();
    assert.equal(await Promise.race([more.then(() => 'read again'), sleep(200, 'nothing new')]), 'nothing new');
    await rows.return();
  });

  it('do not wake those who follow something else', async () => {
    state = 'OPEN';
    const rows = following();
    await rows.next();
    const next = rows.next();
    await announce('0198c0de-0000-7000-8000-000000000002');
    await announce(ID, 'enrolment');
    await database.query(`SELECT pg_notify('presente_state', 'not json')`);
    assert.equal(await Promise.race([next.then(() => 'woken'), sleep(200, 'asleep')]), 'asleep');
    await rows.return();
    assert.equal((await next).done, true);
  });

  it('let go at once of a client that leaves', async () => {
    state = 'OPEN';
    const rows = following();
    await rows.next();
    const waiting = rows.next();
    const left = rows.return();
    assert.equal(await Promise.race([left.then(() => 'gone'), sleep(500, 'stuck')]), 'gone');
    assert.equal((await waiting).done, true);
  });

  it('let go of whoever leaves while a change waits for them', async () => {
    const left = new AbortController();
    const other = '0198c0de-0000-7000-8000-000000000003';
    const heard = changes.of('validation', other, left.signal);
    const listeners = () => (Reflect.get(changes, 'emitter') as EventEmitter).listenerCount(`validation:${other}`);
    const change = heard.next();
    assert.equal(listeners(), 1);
    await announce(other);
    await change;
    left.abort();
    assert.equal(listeners(), 0);
    assert.equal((await heard.next()).done, true);
  });

  it('are not missed over a lost connection', async () => {
    state = 'OPEN';
    const rows = following();
    await rows.next();
    const next = rows.next();
    await loseConnection();
    state = 'FINAL'; // announced while nobody listens
    assert.equal((await next).value, 'FINAL');
  });

  it('go on being followed after a lost connection that nothing was missed over', async () => {
    state = 'OPEN';
    const rows = following();
    await rows.next();
    const woken = rows.next();
    await loseConnection();
    assert.equal((await woken).value, 'OPEN');
    await set('FINAL');
    assert.equal((await rows.next()).value, 'FINAL');
  });
});
