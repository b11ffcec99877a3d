import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, type Excuses } from './checker.js';
import { type HistoryEvent, type VisitorKind, type VisitRecord } from './history.js';
import { type AttemptRecord, type Records } from './records.js';

const NONE: Excuses = { capturesLost: false, workFailed: false };
const ROW: AttemptRecord = { id: 'a', state: 'ACCEPTED', reason: 'MATCH', final: true, key: 'k' };

/** A visit whose upload was taken and who was told this. */
function visit(told: Partial<HistoryEvent> = ROW, kind: VisitorKind = 'genuine'): VisitRecord {
  const seen = { at: 0, visit: 'k', outcome: 'acknowledged', attemptId: 'a' } as const;
  return {
    key: 'k',
    kind,
    events: [
      { ...seen, step: 'open', state: 'OPEN', reason: null },
      { ...seen, step: 'upload' },
      { ...seen, step: 'look', ...told },
    ],
  };
}

/** What a server holds that wrote this row, and its end once, as it must. */
function records(row: Partial<AttemptRecord> = {}, others: Partial<Records> = {}): Records {
  const attempt = { ...ROW, ...row };
  const ends = attempt.final ? [attempt] : [];
  return { attempts: [attempt], audited: ends, witnessed: ends, outstandingJobs: [], ...others };
}

const kindsOf = (seen: VisitRecord, held: Records, excuses = NONE) =>
  check([seen], held, excuses).map(({ kind }) => kind);

const expired = (reason: string) => ({ state: 'EXPIRED', reason });

describe('check', () => {
  it('has nothing to say against a right answer that everybody knows of', () => {
    assert.deepEqual(check([visit()], records(), NONE), []);
    const mismatch = { state: 'REJECTED', reason: 'FACE_MISMATCH' };
    assert.deepEqual(check([visit(mismatch, 'impostor')], records(mismatch), NONE), []);
  });

  it('finds an acknowledged upload that no worker ever saw', () => {
    const untold = visit({ outcome: 'unanswered' });
    for (const reason of ['CAPTURE_NOT_RECEIVED', 'PROCESSING_TIMED_OUT', 'CAPTURE_LOST'])
      assert.deepEqual(kindsOf(untold, records(expired(reason))), ['lost'], reason);
    assert.deepEqual(kindsOf(untold, records({ state: 'OPEN', reason: null, final: false })), ['lost']);
    assert.deepEqual(kindsOf(untold, { ...records(), attempts: [], audited: [], witnessed: [] }), ['lost']);
  });

  it('lets a validation end without an answer where something was broken on purpose', () => {
    const [lost, failed] = [expired('CAPTURE_LOST'), { state: 'FAILED', reason: 'PROCESSING_FAILED' }];
    assert.deepEqual(kindsOf(visit(lost), records(lost), { capturesLost: true, workFailed: false }), []);
    assert.deepEqual(kindsOf(visit(failed), records(failed), { capturesLost: false, workFailed: true }), []);
    assert.deepEqual(kindsOf(visit(failed), records(failed)), ['wrongAnswer']);
  });

  it('finds what still waits, and jobs that have not ended', () => {
    const waiting = { state: 'QUEUED', reason: null, final: false };
    assert.deepEqual(kindsOf(visit(waiting), records(waiting, { outstandingJobs: ['validation.process'] })), [
      'stuck',
      'stuck',
    ]);
  });

  it('finds two attempts for one key, two uploads of one ticket and two decisions', () => {
    const second = { ...ROW, id: 'b', key: null };
    const both = records({}, { attempts: [ROW, second], audited: [ROW, second], witnessed: [ROW, second] });
    assert.deepEqual(kindsOf(visit(), both), ['duplicated']);
    const { events } = visit();
    const named = {
      ...visit(),
      events: [...events, ...events.slice(0, 1).map((opened) => ({ ...opened, attemptId: 'b' }))],
    };
    assert.deepEqual(kindsOf(named, both), ['duplicated', 'duplicated']);
    const twice = { ...visit(), events: [...events, ...events.slice(1, 2)] };
    assert.deepEqual(kindsOf(twice, records()), ['duplicated']);
    assert.deepEqual(kindsOf(visit(), records({}, { audited: [ROW, ROW] })), ['duplicated']);
    assert.deepEqual(kindsOf(visit(), records({}, { witnessed: [ROW, ROW] })), ['auditBroken', 'duplicated']);
  });

  it('finds a decision that is another one than a client was told', () => {
    assert.deepEqual(kindsOf(visit({ state: 'EXPIRED', reason: 'CAPTURE_LOST' }), records()), ['duplicated']);
  });

  it('finds who was let in and should not have been, and who was refused for a wrong reason', () => {
    assert.deepEqual(kindsOf(visit(ROW, 'impostor'), records()), ['falseAccept']);
    const mismatch = { state: 'REJECTED', reason: 'FACE_MISMATCH' };
    assert.deepEqual(kindsOf(visit(mismatch), records(mismatch)), ['wrongAnswer']);
  });

  it('finds an error that does not say what to do', () => {
    assert.deepEqual(kindsOf(visit({ ...ROW, code: 'UNAVAILABLE' }), records()), []);
    assert.deepEqual(kindsOf(visit({ ...ROW, code: 'INTERNAL' }), records()), ['wrongAnswer']);
  });

  it('finds an end that the audit does not know, or knows otherwise', () => {
    assert.deepEqual(kindsOf(visit(), records({}, { audited: [] })), ['auditBroken']);
    const otherwise = { ...ROW, state: 'REJECTED' };
    assert.deepEqual(kindsOf(visit(), records({}, { audited: [otherwise] })), ['auditBroken']);
  });
});
