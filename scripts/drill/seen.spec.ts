import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type HistoryEvent, type VisitRecord } from '../chaos/history.js';
import { recoveryOf, seenBetween } from './seen.js';
import { problemsOf } from './steady.js';

type Step = HistoryEvent['step'];

/** A visit of requests: step, when it was asked, when it was answered, how. */
function visit(
  key: string,
  ...requests: [step: Step, asked: number, answered: number, outcome: HistoryEvent['outcome'], reason?: string][]
): VisitRecord {
  const events = requests.flatMap(([step, asked, answered, outcome, reason]): HistoryEvent[] => [
    { at: asked, visit: key, step, outcome: 'asked' },
    {
      at: answered,
      visit: key,
      step,
      outcome,
      ...(reason !== undefined && { reason }),
      ...(outcome === 'unanswered' && { code: 'UNAVAILABLE' }),
    },
  ]);
  return { key, kind: 'genuine', events: events.toSorted((a, b) => a.at - b.at) };
}

const before = visit(
  'before',
  ['upload', 1_000, 1_200, 'acknowledged'],
  ['look', 2_500, 4_000, 'unanswered'],
  ['look', 5_400, 5_500, 'acknowledged', 'MATCH'],
);
const after = visit(
  'after',
  ['open', 5_050, 5_150, 'acknowledged'],
  ['upload', 5_200, 5_300, 'acknowledged'],
  ['look', 6_900, 7_000, 'acknowledged', 'MATCH'],
);

describe('what clients saw of a drill', () => {
  it('is counted by when they were answered, with how long they waited', () => {
    const during = seenBetween([before, after], 2_000, 5_000);
    assert.deepEqual(during, {
      seconds: 3,
      requests: 1,
      acknowledged: 0,
      refused: 0,
      errors: { UNAVAILABLE: 1 },
      decided: 0,
      p99: 1.5,
      longest: 1.5,
    });
    assert.equal(seenBetween([before, after], 5_000, 9_000).decided, 2);
  });

  it('tells when it answered, decided, and owed nobody an answer any more', () => {
    assert.deepEqual(recoveryOf([before, after], 5_000), { answers: 0.15, decides: 2, quiet: 0.5 });
    const forgotten = visit('forgotten', ['upload', 1_000, 1_100, 'acknowledged']);
    assert.deepEqual(recoveryOf([forgotten], 5_000), { answers: null, decides: null, quiet: null });
  });
});

describe('the steady state', () => {
  const green = { ...seenBetween([], 0, 8_000), decided: 20 };
  it('is green while everybody is answered', () => {
    assert.deepEqual(problemsOf(green, []), []);
  });

  it('is not with a request that failed, few decisions, or a wrong one', () => {
    assert.equal(problemsOf({ ...green, errors: { UNAVAILABLE: 1 } }, []).length, 1);
    assert.equal(problemsOf({ ...green, decided: 0 }, []).length, 1);
    assert.equal(problemsOf(green, [{ kind: 'falseAccept', subject: 'x', sentence: 'y' }]).length, 1);
  });
});
