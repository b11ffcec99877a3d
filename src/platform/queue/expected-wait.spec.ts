import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ExpectedWait } from './expected-wait.js';

/** Looks each half second at a line to which `coming` are added and of which `served` are done in a second. */
function look(wait: ExpectedWait, line: { at: number; jobs: number }, looks: number, coming: number, served: number) {
  let expected = Number.NaN;
  for (let one = 0; one < looks; one++) {
    const added = coming / 2;
    line.at += 0.5;
    line.jobs += added - Math.min(served / 2, line.jobs + added);
    expected = wait.after({ ...line, added, oldestSeconds: line.jobs / Math.max(coming, 1) });
  }
  return expected;
}

describe('ExpectedWait', () => {
  it('is what those in line will take, not how long the first has waited', () => {
    const wait = new ExpectedWait();
    const line = { at: 1_000, jobs: 30 };
    const expected = look(wait, line, 8, 30, 10);
    assert.equal(line.jobs, 110);
    assert.ok(Math.abs(expected - 110 / 10) < 0.01, String(expected));
  });

  it('is nothing while there is little to do, however slow that was', () => {
    const wait = new ExpectedWait();
    assert.equal(look(wait, { at: 0, jobs: 15 }, 20, 1, 1), 0);
    // A class comes all at once to workers of whom nothing is known yet.
    assert.equal(wait.after({ at: 10.5, jobs: 40, added: 25, oldestSeconds: 0.2 }), 0.2);
  });

  it('is the age of the oldest where nothing is done', () => {
    const wait = new ExpectedWait();
    wait.after({ at: 0, jobs: 50, added: 50, oldestSeconds: 1 });
    assert.equal(wait.after({ at: 4, jobs: 50, added: 0, oldestSeconds: 5 }), 5);
  });

  it('follows the workers that come and go', () => {
    const wait = new ExpectedWait();
    const line = { at: 0, jobs: 400 };
    look(wait, line, 10, 0, 10);
    const expected = look(wait, line, 20, 40, 40);
    assert.equal(line.jobs, 350);
    assert.ok(expected > 350 / 40 && expected < 350 / 38, String(expected));
  });

  it('forgets a rate that was long ago', () => {
    const wait = new ExpectedWait();
    const line = { at: 0, jobs: 100 };
    look(wait, line, 10, 10, 10);
    assert.equal(wait.after({ at: line.at + 61, jobs: 5, added: 0, oldestSeconds: 0.1 }), 0);
    assert.equal(wait.after({ at: line.at + 62, jobs: 60, added: 55, oldestSeconds: 0.4 }), 0.4);
  });
});
