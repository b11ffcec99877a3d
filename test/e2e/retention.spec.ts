import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

const ROWS = 40_000;
const BATCH = 1_000;

interface Rule {
  readonly rule: string;
  readonly what: string;
  readonly days: number | null;
  readonly overdue: number;
  readonly lastRun: { readonly affected: number; readonly finishedAt: string | null } | null;
}

describe('retention by itself, in the worker', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let auditor: ApiClient;
  let checkpointId: string;

  before(async () => {
    database = await createDatabase();
    const settings = { RETENTION_EVERY_SECONDS: '1', RETENTION_VALIDATION_DAYS: '30' };
    stack = await startStack({ databaseUrl: database.url, settings });
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    auditor = await ApiClient.signIn(stack.api.url, await addUser(admin, 'AUDITOR', 'correct horse battery'));
    checkpointId = await new Desk(admin).checkpoint();
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const count = async (condition: string): Promise<number> => {
    const [row] = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM validation_attempts WHERE ${condition}`,
    );
    return row?.count ?? -1;
  };
  /** No statement and no transaction is under way. */
  const isQuiet = async (): Promise<boolean> => {
    const busy = await database.query(
      `SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
    );
    return busy.length === 0;
  };
  const ruleNow = async (): Promise<Rule | undefined> => {
    const { retention } = await auditor.ask<{ retention: Rule[] }>(
      '{ retention(language: EN) { rule what days overdue lastRun { affected finishedAt } } }',
    );
    return retention.find(({ rule }) => rule === 'VALIDATIONS');
  };
  const until = async (condition: () => Promise<boolean>, what: string): Promise<void> => {
    for (let tries = 0; tries < 3_000; tries++) {
      if (await condition()) return;
      await sleep(10);
    }
    assert.fail(what);
  };

  it('is taken up where a worker was killed, and every batch is whole and in the audit', async () => {
    stack.worker.kill('SIGSTOP');
    await database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, state, reason, pad_live, opened_by, correlation_id, created_at, deadline_at, finished_at)
       SELECT gen_random_uuid(), $1, 'REJECTED', 'FACE_MISMATCH', 0.5, $1, 'test', at, at, at
       FROM (SELECT now() - CASE WHEN i <= ${ROWS} THEN interval '60 days' ELSE interval '10 days' END AS at
             FROM generate_series(1, ${ROWS + 100}) AS i) AS times`,
      [checkpointId],
    );
    assert.equal((await ruleNow())?.overdue, ROWS);
    stack.worker.kill('SIGCONT');
    await until(async () => (await count('anonymised_at IS NOT NULL')) >= 3 * BATCH, 'the sweep must begin by itself');
    stack.worker.kill('SIGKILL');
    assert.equal(await stack.worker.ended, 'SIGKILL');
    await until(isQuiet, 'the server must drop what was not committed');
    const done = await count('anonymised_at IS NOT NULL');
    assert.ok(done < ROWS, 'the kill must come in the middle');
    assert.equal(done % BATCH, 0);
    const halfway = await ruleNow();
    assert.deepEqual(halfway?.lastRun, { affected: done, finishedAt: null });
    assert.equal(halfway.overdue, ROWS - done);

    await stack.startWorker();
    await until(async () => (await ruleNow())?.overdue === 0, 'the next worker must end the rest');
    assert.equal(await count('anonymised_at IS NOT NULL'), ROWS);
    assert.equal(await count('pad_live IS NOT NULL'), 100, 'the young ones stay as they were');
    const [events] = await database.query<{ affected: number }>(
      `SELECT sum((details ->> 'affected')::int)::int AS affected FROM audit_events WHERE action = 'RETENTION_APPLIED'`,
    );
    assert.equal(events?.affected, ROWS);
  });

  it('shows in the metrics of the worker that nothing is overdue', async () => {
    const metrics = await (await fetch(`${stack.worker.url}/metrics`)).text();
    const lines = metrics.split('\n').filter((line) => line.startsWith('presente_retention_overdue_rows{'));
    assert.ok(lines.some((line) => line.includes('rule="VALIDATIONS"')));
    for (const line of lines) assert.match(line, / 0$/);
  });
});
