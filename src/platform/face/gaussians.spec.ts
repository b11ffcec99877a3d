import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { withGaussiansOf } from './gaussians.js';

/** Box and Muller's own formula, in JavaScript. */
function defined(words: Buffer): number[] {
  const gaussians: number[] = [];
  for (let at = 0; at < words.length; at += 8) {
    const radius = Math.sqrt(-2 * Math.log((words.readUInt32LE(at) + 1) / 2 ** 32));
    const angle = (2 * Math.PI * words.readUInt32LE(at + 4)) / 2 ** 32;
    gaussians.push(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  return gaussians;
}

const furthestApart = (words: Buffer): number =>
  withGaussiansOf(words, (gaussians) =>
    defined(words).reduce((most, value, index) => Math.max(most, Math.abs(value - gaussians[index]!)), 0),
  );

describe('withGaussiansOf', () => {
  it('gives what its definition gives, to the precision of a float', () => {
    assert.ok(furthestApart(randomBytes(40_000)) < 1e-5);
  });

  it('does so at the edges: the smallest and the largest words, and each eighth of a turn', () => {
    const words = Buffer.alloc(4 * 8 * 8);
    const radii = [0, 1, 0x7fffffff, 0x80000000, 0xbfffffff, 0xc0000000, 0xffffff00, 0xfffffffe, 0xffffffff];
    for (let pair = 0; pair < words.length / 8; pair++) {
      words.writeUInt32LE(radii[pair % radii.length]!, pair * 8);
      words.writeUInt32LE((pair * 0x1000_0000 + (pair % 3) - 1 + 2 ** 32) % 2 ** 32, pair * 8 + 4);
    }
    assert.ok(furthestApart(words) < 1e-5);
  });

  it('leaves nothing of them behind', () => {
    const kept = withGaussiansOf(randomBytes(64), (gaussians) => gaussians);
    assert.ok(kept.every((value) => value === 0));
  });

  it('takes more after less, and less after more', () => {
    for (const count of [8, 200_000, 16]) {
      const words = randomBytes(count * 4);
      assert.ok(furthestApart(words) < 1e-5);
    }
  });
});
