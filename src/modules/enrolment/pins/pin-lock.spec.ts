import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPinLocked } from './pin-lock.js';

describe('a PIN that was wrong', () => {
  const cases: [failures: number, secondsSinceLast: number, locked: boolean][] = [
    [0, 0, false],
    [4, 0, false],
    [5, 0, true],
    [5, 29.9, true],
    [5, 30, false],
    [6, 59.9, true],
    [6, 60, false],
    [11, 1_919, true],
    [11, 1_920, false],
    [12, 3_599, true],
    [12, 3_600, false],
    [99, 3_599, true],
    [99, 3_600, false],
    [100, 1e9, true],
  ];
  for (const [failures, secondsSinceLast, locked] of cases) {
    it(`${failures} times, ${secondsSinceLast} s ago: ${locked ? 'locked' : 'free'}`, () => {
      assert.equal(isPinLocked({ failures, secondsSinceLast }), locked);
    });
  }
});
