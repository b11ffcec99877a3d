import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { uuidv7 } from '../../src/common/ids.js';
import { queueJobs } from '../../src/platform/queue/job-table.js';
import { Outbox } from '../../src/platform/queue/outbox.repository.js';
import { ATTEMPT_WORK } from '../../src/modules/validation/index.js';
import { WorkItems } from '../../src/platform/work/work-items.js';
import { auditTrail } from '../support/audit.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { withoutPostgres } from '../support/servers.js';

const jobs = queueJobs('jobs', { job: { payload: z.object({}), attempts: 1, backoff: 1 } });

describe('work items', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let items: WorkItems;
  let checkpointId: string;

  before(async () => {
    database = await openDatabase();
    items = new WorkItems(database.door, ATTEMPT_WORK, auditTrail(database.door).trail);
    checkpointId = uuidv7();
    await database.query(`INSERT INTO checkpoints (id, name, target_fmr, created_by) VALUES ($1, 'door', 0.0001, $1)`, [
      checkpointId,
    ]);
  });
  after(() => database.drop());

  const open = async (seconds = 60): Promise<string> => {
    const id = uuidv7();
    await database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, state, opened_by, correlation_id, deadline_at)
       VALUES ($1, $2, 'OPEN', $1, 'test-correlation', now() + make_interval(secs => $3))`,
      [id, checkpointId, seconds],
    );
    return id;
  };
  const queue = (id: string, captureId: string, seconds: number) =>
    new Outbox(database.door).addWith(items.queueing(id, captureId, seconds), jobs, 'job', {});
  const stateOf = async (id: string) =>
    (
      await database.query<{ state: string; reason: string }>(
        'SELECT state, reason FROM validation_attempts WHERE id = $1',
        [id],
      )
    )[0];

  it('take one capture, whoever else tries', async () => {
    const id = await open();
    assert.equal(await items.awaitsCapture(id), 'test-correlation');
    const tries = await Promise.all(Array.from({ length: 5 }, () => queue(id, randomUUID(), 60)));
    assert.equal(tries.filter(Boolean).length, 1);
    assert.equal(await items.awaitsCapture(id), undefined);
  });

  it('take no capture after the deadline, and none that is unknown', async () => {
    const late = await open(-1);
    assert.equal(await items.awaitsCapture(late), undefined);
    assert.equal(await queue(late, randomUUID(), 60), false);
    assert.equal(await items.awaitsCapture(randomUUID()), undefined);
    await items.expireOverdue(10);
  });

  it('refuse the late write of a worker that was taken over', async () => {
    const id = await open();
    await queue(id, randomUUID(), 60);
    const zombie = await items.claim(id);
    const successor = await items.claim(id);
    assert.ok(zombie !== undefined && successor !== undefined);
    assert.equal(successor.claims, 2);
    assert.equal(await items.finish(zombie, 'INCONCLUSIVE', 'NO_FACE'), undefined);
    const scores = { comparison_score: 0.1, threshold: 0.4 };
    const ending = { state: 'REJECTED', reason: 'FACE_MISMATCH' };
    assert.deepEqual(await items.finish(successor, ending.state, ending.reason, scores), ending);
    assert.deepEqual(await stateOf(id), ending);
    assert.equal(await items.claim(id), undefined);
    assert.equal(await items.fail(id, 'PROCESSING_FAILED'), undefined);
  });

  it('end once when they are overdue, and say whose pictures to delete', async () => {
    const [waiting, left] = [await open(-1), await open()];
    const captureId = randomUUID();
    await queue(left, captureId, -1);
    assert.equal(await items.claim(left), undefined);
    const sweeps = await Promise.all([items.expireOverdue(10), items.expireOverdue(10)]);
    const ended = sweeps.flat().toSorted((a, b) => a.id.localeCompare(b.id));
    assert.deepEqual(ended, [
      { id: waiting, captureId: null, state: 'EXPIRED', reason: 'CAPTURE_NOT_RECEIVED' },
      { id: left, captureId, state: 'EXPIRED', reason: 'PROCESSING_TIMED_OUT' },
    ]);
  });

  it('are final in the database itself: no statement changes an ended one or accepts without a score', async () => {
    const id = await open();
    await items.fail(id, 'PROCESSING_FAILED');
    await assert.rejects(
      database.query(`UPDATE validation_attempts SET state = 'ACCEPTED' WHERE id = $1`, [id]),
      /is final/,
    );
    const other = await open();
    await queue(other, randomUUID(), 60);
    const claim = await items.claim(other);
    assert.ok(claim !== undefined);
    await assert.rejects(items.finish(claim, 'ACCEPTED', 'MATCH'), /validation_attempts_accepted_check/);
    await assert.rejects(
      items.finish(claim, 'ACCEPTED', 'MATCH', { comparison_score: 0.3, threshold: 0.4 }),
      /validation_attempts_accepted_check/,
    );
  });
});
