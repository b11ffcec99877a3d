import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { sharedFile } from '../../../test/support/shared-data.js';
import { compareEmbeddings, toUnitLength } from './fuse.js';
import { keyedTransform } from './keyed-transform.js';

/** Faces of people, so they lie outside of the project. */
const golden = sharedFile('examples/face-pipeline.golden.jsonl');
const withoutGolden = !existsSync(golden) && 'the golden embeddings are not here';

const randomEmbedding = (length = 512): Float32Array =>
  toUnitLength(Float64Array.from({ length }, () => Math.random() + Math.random() + Math.random() - 1.5));

describe('keyedTransform', () => {
  /** The largest change of a score by the transform, over all pairs. */
  const largestChange = (embeddings: readonly Float32Array[]): number => {
    const key = randomBytes(32);
    const turned = embeddings.map((embedding) => keyedTransform(key, embedding));
    const changes = embeddings.flatMap((a, i) =>
      embeddings.map((b, j) => Math.abs(compareEmbeddings(a, b) - compareEmbeddings(turned[i]!, turned[j]!))),
    );
    return Math.max(...changes);
  };

  it('changes no score by 1e-6: random embeddings of every length that a pack may have', () => {
    for (const length of [2, 3, 128, 512]) {
      const change = largestChange(Array.from({ length: 20 }, () => randomEmbedding(length)));
      assert.ok(change < 1e-6, `${length}: ${change}`);
    }
  });

  it('changes no score by 1e-6: real embeddings', { skip: withoutGolden }, async () => {
    const lines = (await readFile(golden, 'utf8')).trim().split('\n');
    const embeddings = lines.flatMap((line) => {
      const { faces } = JSON.parse(line) as { faces: { embedding: number[] }[] };
      return faces.map(({ embedding }) => Float32Array.from(embedding));
    });
    assert.ok(embeddings.length >= 10);
    const change = largestChange(embeddings);
    assert.ok(change < 1e-6, String(change));
  });

  it('is one matrix for one key, and another for another', () => {
    const [key, other, embedding] = [randomBytes(32), randomBytes(32), randomEmbedding()];
    assert.deepEqual(keyedTransform(key, embedding), keyedTransform(key, embedding));
    assert.ok(Math.abs(compareEmbeddings(keyedTransform(key, embedding), keyedTransform(other, embedding))) < 0.3);
  });

  it('stays the same from version to version: templates are kept for years', () => {
    const turned = keyedTransform(Buffer.alloc(32, 7), toUnitLength([1, 2, 3, 4]));
    assert.deepEqual(
      [...turned].map((value) => value.toFixed(5)),
      ['-0.59215', '0.22886', '0.68835', '-0.35093'],
    );
  });

  it('sends every direction anywhere: the mean image of one vector is nothing', () => {
    const [runs, length] = [400, 64];
    const axis = Float32Array.from({ length }, (_, index) => (index === 0 ? 1 : 0));
    const sums = new Float64Array(length);
    const squares = new Float64Array(length);
    for (let run = 0; run < runs; run++) {
      keyedTransform(randomBytes(32), axis).forEach((value, index) => {
        sums[index] = sums[index]! + value;
        squares[index] = squares[index]! + value * value;
      });
    }
    // Of a uniform direction each coordinate has mean 0 and variance 1/d; six standard deviations of the means.
    for (const sum of sums) assert.ok(Math.abs(sum / runs) < 6 / Math.sqrt(length * runs));
    for (const square of squares) assert.ok(Math.abs((square / runs) * length - 1) < 6 * Math.sqrt(2 / runs));
  });

  it('gives the memory of its keystream back at once', () => {
    const embedding = randomEmbedding();
    keyedTransform(randomBytes(32), embedding);
    const before = process.memoryUsage().arrayBuffers;
    for (let run = 0; run < 40; run++) keyedTransform(randomBytes(32), embedding);
    // Of 21 MB.
    assert.ok(process.memoryUsage().arrayBuffers - before < 2e6);
  });

  it('takes a key of 32 bytes and no other', () => {
    for (const bytes of [0, 16, 33])
      assert.throws(() => keyedTransform(randomBytes(bytes), randomEmbedding()), RangeError);
  });
});
