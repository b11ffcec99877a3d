import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { delayAfter } from './backoff.js';

describe('the delay after failures', () => {
  const backoff = { free: 5, firstSeconds: 30, maxSeconds: 3_600 };
  const cases: [failures: number, seconds: number][] = [
    [0, 0],
    [1, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [11, 1_920],
    [12, 3_600],
    [49, 3_600],
    [5_000, 3_600],
  ];
  for (const [failures, seconds] of cases) {
    it(`${failures}: ${seconds} s`, () => {
      assert.equal(delayAfter(failures, backoff), seconds);
    });
  }
});
