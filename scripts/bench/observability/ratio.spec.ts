import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ratioOf } from './ratio.js';

describe('what is left of a throughput', () => {
  it('is the median over pairs', () => {
    const pairs = [
      { on: 9, off: 10 },
      { on: 10, off: 10 },
      { on: 1, off: 10 },
    ];
    assert.equal(ratioOf(pairs), 0.9);
    assert.equal(ratioOf(pairs.slice(0, 2)), 0.95);
    assert.throws(() => ratioOf([]), RangeError);
  });
});
