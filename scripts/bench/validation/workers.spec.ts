import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { threadsOfEach } from './workers.js';

describe('threads of the face engine', () => {
  const cases: [workers: number, cores: number, each: number][] = [
    [1, 2, 2],
    [2, 2, 1],
    [4, 2, 1],
    [2, 8, 4],
    [3, 8, 2],
  ];
  for (const [workers, cores, each] of cases) {
    it(`are ${each} for each of ${workers} workers on ${cores} cores`, () => {
      assert.equal(threadsOfEach(workers, cores), each);
    });
  }
});
