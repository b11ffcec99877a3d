import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { percentile } from './percentile.js';

describe('percentile', () => {
  // The textbook example of the nearest-rank method.
  const values = [50, 15, 40, 20, 35];
  const cases: [p: number, expected: number][] = [
    [0.05, 15],
    [0.3, 20],
    [0.4, 20],
    [0.5, 35],
    [1, 50],
    [0, 15],
  ];
  for (const [p, expected] of cases) {
    it(`${p * 100} %: ${expected}`, () => {
      assert.equal(percentile(values, p), expected);
    });
  }

  it('is not there for nothing, and leaves what it was given as it was', () => {
    assert.throws(() => percentile([], 0.5), RangeError);
    assert.deepEqual(values, [50, 15, 40, 20, 35]);
  });
});
