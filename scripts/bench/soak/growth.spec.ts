import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { growthOf } from './growth.js';
import { type Sample } from './memory.js';

const sample = (validations: number, rss: number): Sample => ({
  validations,
  api: { rss: 1, heapUsed: 1, external: 1 },
  worker: { rss, heapUsed: 10, external: 20 },
});

describe('the growth of memory', () => {
  it('is from the mark to the end, and not from the start', () => {
    const { rss, heapUsed } = growthOf(
      [sample(10, 50), sample(100, 200), sample(500, 220), sample(1_000, 210)],
      'worker',
      100,
    );
    assert.deepEqual(rss, { atMark: 200, atEnd: 210, percent: 5 });
    assert.equal(heapUsed.percent, 0);
  });

  it('does not hang on one sample beside a garbage collection', () => {
    const samples = [
      sample(90, 100),
      sample(95, 100),
      sample(100, 160),
      sample(900, 100),
      sample(950, 40),
      sample(1_000, 100),
    ];
    assert.deepEqual(growthOf(samples, 'worker', 100).rss, { atMark: 100, atEnd: 100, percent: 0 });
  });

  it('is one of each process', () => {
    assert.equal(growthOf([sample(100, 100), sample(1_000, 300)], 'api', 100).rss.percent, 0);
  });

  it('needs a sample at either end', () => {
    assert.throws(() => growthOf([sample(10, 1), sample(1_000, 1)], 'worker', 100), RangeError);
  });
});
