import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, beforeEach, describe, it } from 'node:test';
import { uuidv7 } from '../../src/common/ids.js';
import { followAll } from '../../src/platform/events/follow-all.js';
import { StateChanges } from '../../src/platform/events/state-changes.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';

const TOPICS = ['validation', 'validation-made'];

describe('following all of a topic', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let changes: StateChanges;
  let reads: (readonly string[])[];

  before(async () => {
    database = await createDatabase();
    changes = new StateChanges({ DATABASE_URL: database.url });
    await changes.onApplicationBootstrap();
  });
  after(async () => {
    await changes.onApplicationShutdown();
    await database.drop();
  });
  beforeEach(() => {
    reads = [];
  });

  const announce = (ids: readonly string[], topic = 'validation') =>
    database.query(
      `SELECT pg_notify('presente_state', json_build_object('topic', $1::text, 'id', id)::text) FROM unnest($2::text[]) AS id`,
      [topic, ids],
    );
  const following = ({ pause = 50, most = 100 } = {}) =>
    followAll(
      changes,
      TOPICS,
      (ids) => {
        reads.push(ids);
        return Promise.resolve(ids);
      },
      { pause, most },
    );
  const nextOf = async (rows: ReturnType<typeof following>) => {
    const { value } = await rows.next();
    assert.ok(value);
    return value;
  };

  it('begins by asking for the list, and reads nothing for that', async () => {
    const rows = following();
    assert.deepEqual(await nextOf(rows), { rows: [], reload: true });
    assert.deepEqual(reads, []);
    await rows.return();
  });

  it('tells of what is made and of what changes, and of no other topic', async () => {
    const rows = following();
    await rows.next();
    const [made, changed, other] = [uuidv7(), uuidv7(), uuidv7()];
    const next = nextOf(rows);
    await announce([other], 'enrolment');
    await announce([made], 'validation-made');
    const first = await next;
    await announce([changed]);
    const second = await nextOf(rows);
    assert.deepEqual([...first.rows, ...second.rows], [made, changed]);
    await rows.return();
  });

  it('reads once for each pause, however many changes there are in it', async () => {
    const rows = following({ pause: 300 });
    await rows.next();
    const ids = Array.from({ length: 40 }, uuidv7);
    const seen = new Set<string>();
    const start = performance.now();
    const reading = (async () => {
      while (seen.size < ids.length) for (const id of (await nextOf(rows)).rows) seen.add(id);
    })();
    for (const id of ids) {
      await announce([id, id]);
      await sleep(20);
    }
    await reading;
    const pauses = (performance.now() - start) / 300;
    assert.ok(reads.length <= pauses + 1, `${reads.length} reads in ${pauses} pauses`);
    assert.equal(reads.flat().length, ids.length, 'each once');
    await rows.return();
  });

  it('says that there were too many instead of reading them all', async () => {
    const rows = following({ pause: 200, most: 10 });
    await rows.next();
    await announce(Array.from({ length: 11 }, uuidv7));
    assert.deepEqual(await nextOf(rows), { rows: [], reload: true });
    assert.deepEqual(reads, []);
    await rows.return();
  });

  it('says after a lost connection that something may have been missed', async () => {
    const rows = following();
    await rows.next();
    const next = nextOf(rows);
    await database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'presente-state' AND datname = current_database()`);
    assert.equal((await next).reload, true);
    await rows.return();
  });

  it('lets go at once of a client that leaves', async () => {
    const rows = following();
    await rows.next();
    const waiting = rows.next();
    const left = rows.return();
    assert.equal(await Promise.race([left.then(() => 'gone'), sleep(500, 'stuck')]), 'gone');
    assert.equal((await waiting).done, true);
  });

  it('hears of a row that is refused as it is made', async () => {
    const rows = following();
    await rows.next();
    const next = nextOf(rows);
    const [user, checkpoint, attempt] = [uuidv7(), uuidv7(), uuidv7()];
    await database.query(
      `INSERT INTO checkpoints (id, name, target_fmr, created_by) VALUES ($1, 'Puerta', 0.0001, $2)`,
      [checkpoint, user],
    );
    await database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, state, reason, opened_by, correlation_id, deadline_at, finished_at)
       VALUES ($1, $2, 'REJECTED', 'CREDENTIAL_INVALID', $3, 'spec', now(), now())`,
      [attempt, checkpoint, user],
    );
    assert.deepEqual((await next).rows, [attempt]);
    await rows.return();
  });
});
