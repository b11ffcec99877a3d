import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { type Gaussians, withGaussiansOf } from './gaussians.js';

const withGaussiansFrom = <T>(words: Buffer, use: (gaussians: Gaussians) => T): T =>
  withGaussiansOf(
    words.length / 4,
    (memory) => {
      memory.set(words);
    },
    use,
  );

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
  withGaussiansFrom(words, ({ numbers }) =>
    defined(words).reduce((most, value, index) => Math.max(most, Math.abs(value - numbers[index]!)), 0),
  );

/** Householder's formula, in JavaScript: `x − 2 v (v · x) / (v · v)`, where v is the normal with its first number moved. */
function reflected(normals: Float32Array, vector: readonly number[]): number[] {
  if (vector.length === 0) return [];
  const first = normals[0]!;
  const sign = first < 0 ? -1 : 1;
  const length = Math.hypot(...normals.subarray(0, vector.length));
  const v = [Math.fround(first + sign * length), ...normals.subarray(1, vector.length)];
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, index) => sum + value * b[index]!, 0);
  const scale = (2 * dot(v, vector)) / dot(v, v);
  const [axis, ...rest] = vector.map((value, index) => -sign * (value - scale * v[index]!));
  return [axis!, ...reflected(normals.subarray(vector.length), rest)];
}

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
    const kept = withGaussiansFrom(randomBytes(64), ({ numbers }) => numbers);
    assert.ok(kept.every((value) => value === 0));
    const vector = Float64Array.of(1, 2, 3);
    const used = withGaussiansFrom(randomBytes(32), (gaussians) => {
      gaussians.reflect(vector);
      return new Float64Array(gaussians.numbers.buffer, gaussians.numbers.byteOffset + 32, 3);
    });
    assert.deepEqual([...used], [0, 0, 0]);
  });

  it('takes more after less, and less after more', () => {
    for (const count of [8, 200_000, 16]) {
      const words = randomBytes(count * 4);
      assert.ok(furthestApart(words) < 1e-5);
    }
  });

  it('reflects as Householder does, in any number of dimensions that there are numbers for', () => {
    for (const dimensions of [1, 2, 3, 7, 128]) {
      const vector = Float64Array.from({ length: dimensions }, () => Math.random() - 0.5);
      const words = randomBytes(Math.ceil((dimensions * (dimensions + 1)) / 16) * 32);
      withGaussiansFrom(words, (gaussians) => {
        const expected = reflected(gaussians.numbers.slice(), [...vector]);
        gaussians.reflect(vector);
        const apart = expected.map((value, index) => Math.abs(value - vector[index]!));
        assert.ok(Math.max(...apart) < 1e-12, `${dimensions}: ${Math.max(...apart)}`);
      });
    }
    assert.throws(() => {
      withGaussiansFrom(randomBytes(32), (gaussians) => {
        gaussians.reflect(new Float64Array(4));
      });
    }, RangeError);
  });
});
