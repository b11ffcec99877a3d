import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextJobLimit, type WorkerLoad } from './job-limit.js';

describe('nextJobLimit', () => {
  const bounds = { least: 2, most: 8, threads: 2 };
  /** The limit after so many looks at a worker, each of which sees what `load` says of the limit then. */
  const settled = (start: number, looks: number, load: (limit: number) => WorkerLoad): number => {
    let limit = start;
    for (let look = 0; look < looks; look++) limit = nextJobLimit(limit, load(limit), bounds);
    return limit;
  };

  it('grows while every job that may be is in hand and a thread has nothing to do', () => {
    assert.equal(nextJobLimit(3, { jobs: 3, waiting: 0, idle: 1 }, bounds), 4);
    assert.equal(
      settled(3, 50, (limit) => ({ jobs: limit, waiting: 0, idle: 1 })),
      8,
      'and no further than it may',
    );
  });

  it('shrinks while frames pile up, whatever the threads do', () => {
    assert.equal(nextJobLimit(5, { jobs: 5, waiting: 5, idle: 0 }, bounds), 4);
    assert.equal(
      settled(5, 50, (limit) => ({ jobs: limit, waiting: 9, idle: 0 })),
      2,
      'and no further than it may',
    );
  });

  it('stays while there is nothing to do, and while the threads have just enough', () => {
    assert.equal(nextJobLimit(4, { jobs: 1, waiting: 0, idle: 2 }, bounds), 4);
    assert.equal(nextJobLimit(4, { jobs: 4, waiting: 3, idle: 0 }, bounds), 4);
  });

  it('finds what fits: three jobs of which one waits for the database, or one of eight frames for each thread', () => {
    // A third of the time of a job goes to its one frame, on one of two threads.
    const oneFrame = (limit: number): WorkerLoad => {
      const frames = Math.floor(limit / 3);
      return { jobs: limit, waiting: Math.max(0, frames - 2), idle: Math.max(0, 2 - frames) };
    };
    assert.equal(settled(2, 50, oneFrame), 6);
    assert.equal(
      settled(8, 50, (limit) => ({ jobs: limit, waiting: limit * 8 - 2, idle: 0 })),
      2,
    );
  });
});
