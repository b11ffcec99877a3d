import { randomInt } from 'node:crypto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawChallenge } from './draw-challenge.js';

/** Every challenge that there is, each by its number. */
function all(long: boolean): string[] {
  let count = 0;
  drawChallenge((below) => (count = below) - 1, long);
  return Array.from({ length: count }, (_, index) => drawChallenge(() => index, long).join(' '));
}

describe('drawChallenge', () => {
  it('asks for two or three steps, or always three, each challenge once', () => {
    // 2 of 4 without repeats in a row: 12, less the two without a turn. 3 of 4: 36, less 2 without a turn, less 2 with
    // COME_CLOSER at both ends and a turn between.
    assert.deepEqual([all(false).length, all(true).length], [10 + 32, 32]);
    for (const challenges of [all(false), all(true)]) assert.equal(new Set(challenges).size, challenges.length);
    assert.ok(all(true).every((challenge) => challenge.split(' ').length === 3));
  });

  it('never asks for a step twice in a row, never to come closer twice, and always for a turn', () => {
    for (const challenge of all(false)) {
      assert.doesNotMatch(challenge, /(\b\w+) \1\b/, challenge);
      assert.doesNotMatch(challenge, /COME_CLOSER.*COME_CLOSER/, challenge);
      assert.match(challenge, /LOOK_/, challenge);
    }
  });

  it('draws all of them: none can be ruled out beforehand', () => {
    const seen = new Set(Array.from({ length: 2_000 }, () => drawChallenge(randomInt, false).join(' ')));
    // A given one of 42 stays away in 2,000 draws with a chance of 1e-21.
    assert.equal(seen.size, 42);
  });

  it('is beside itself with a number that is none of its own', () => {
    assert.throws(() => drawChallenge((below) => below, false), RangeError);
  });
});
