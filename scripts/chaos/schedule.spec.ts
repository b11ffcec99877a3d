import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FAULTS, type PlannedFault } from './faults.js';
import { BACKENDS } from './parts.js';
import { hashOfPlans, planLines, schedule } from './schedule.js';

const end = ({ at, lasts }: PlannedFault) => at + lasts;

describe('schedule', () => {
  it('is the same for the same seed, to the byte, and another one for another', () => {
    const lines = (seed: number) => planLines(schedule(seed, 'redis', 50)).join('\n');
    assert.equal(lines(7), lines(7));
    assert.notEqual(lines(7), lines(8));
    assert.equal(hashOfPlans(schedule(7, 'redis', 50)), hashOfPlans(schedule(7, 'redis', 50)));
  });

  it('begins as a longer one does: a run can be done alone', () => {
    assert.deepEqual(schedule(7, 'postgres', 3), schedule(7, 'postgres', 30).slice(0, 3));
  });

  it('has every kind of fault that a back end can have before any comes again', () => {
    for (const backend of BACKENDS) {
      const kinds = FAULTS.filter(({ backends }) => backends.includes(backend)).map(({ kind }) => kind);
      assert.ok(kinds.length >= 12);
      const planned = schedule(7, backend, kinds.length).map(({ faults }) => faults.map(({ kind }) => kind));
      assert.deepEqual(new Set(planned.flat()), new Set(kinds));
    }
  });

  it('never has two faults on one ground at the same time, nor a zombie without a worker that takes over', () => {
    const faults = schedule(7, 'redis', 200).map(({ faults }) => faults);
    for (const run of faults) {
      for (const [place, one] of run.entries()) {
        const rivals = run.slice(place + 1).filter((other) => other.at < end(one) && one.at < end(other));
        assert.ok(rivals.every(({ ground }) => ground !== one.ground));
        const workers = rivals.filter(({ ground }) => ground.startsWith('worker'));
        assert.ok(one.kind !== 'worker-paused' || workers.length === 0);
      }
    }
  });
});
