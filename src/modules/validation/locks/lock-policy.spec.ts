import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FailureRecord, standingOf } from './lock-policy.js';

const of = (failures: number, secondsSinceLast: number): FailureRecord => ({ failures, secondsSinceLast });

describe('whether a face may be compared', () => {
  const cases: [name: string, records: FailureRecord[], kind: string, retryAfterSeconds?: number][] = [
    ['nobody failed', [], 'FREE'],
    ['four failures just now', [of(4, 0)], 'FREE'],
    ['five failures just now', [of(5, 0)], 'WAITING', 30],
    ['five failures 29.2 s ago', [of(5, 29.2)], 'WAITING', 1],
    ['five failures 30 s ago', [of(5, 30)], 'FREE'],
    ['six failures 30 s ago', [of(6, 30)], 'WAITING', 30],
    ['49 failures just now', [of(49, 0)], 'WAITING', 3_600],
    ['49 failures an hour ago', [of(49, 3_600)], 'FREE'],
    ['50 failures a year ago', [of(50, 31_536_000)], 'LOCKED'],
    ['a person without a failure, a card with seven', [of(1, 5), of(7, 20)], 'WAITING', 100],
    ['the person waits longer than the card', [of(8, 0), of(5, 0)], 'WAITING', 240],
    ['the card is locked', [of(1, 5), of(50, 20)], 'LOCKED'],
  ];
  for (const [name, records, kind, retryAfterSeconds] of cases) {
    it(`${name}: ${kind}`, () => {
      assert.deepEqual(standingOf(records), { kind, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
    });
  }
});
