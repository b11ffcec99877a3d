import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareEmbeddings, fuseEmbeddings, templateOf, toUnitLength } from './fuse.js';

const vector = (...values: number[]): Float32Array => Float32Array.from(values);

describe('comparison score', () => {
  const cases: [string, Float32Array, Float32Array, number][] = [
    ['the same', vector(1, 0), vector(1, 0), 1],
    ['at a right angle', vector(1, 0), vector(0, 1), 0],
    ['opposite', vector(1, 0), vector(-1, 0), -1],
    ['at 60 degrees', vector(1, 0), vector(0.5, Math.sqrt(0.75)), 0.5],
    ['a 3-4-5 triangle', vector(0.6, 0.8), vector(0.8, 0.6), 0.96],
  ];
  for (const [name, a, b, expected] of cases) {
    it(`is ${expected} for vectors that are ${name}`, () => {
      assert.ok(Math.abs(compareEmbeddings(a, b) - expected) < 1e-6);
    });
  }

  it('refuses embeddings of different lengths, which are of different models', () => {
    assert.throws(() => compareEmbeddings(vector(1, 0), vector(1, 0, 0)), RangeError);
    assert.throws(() => compareEmbeddings(vector(1, 0, 0), vector(1, 0)), RangeError);
  });
});

describe('fusing embeddings', () => {
  const half = Math.SQRT1_2;
  const cases: [string, Float32Array[], Float32Array][] = [
    ['one stays as it is', [vector(0.6, 0.8)], vector(0.6, 0.8)],
    ['two at a right angle give the middle, at unit length', [vector(1, 0), vector(0, 1)], vector(half, half)],
    [
      'two against one lean to the two',
      [vector(1, 0), vector(1, 0), vector(0, 1)],
      vector(2 / Math.sqrt(5), 1 / Math.sqrt(5)),
    ],
  ];
  for (const [name, embeddings, expected] of cases) {
    it(name, () => {
      const fused = fuseEmbeddings(embeddings);
      assert.equal(fused.length, expected.length);
      fused.forEach((value, index) => {
        assert.ok(Math.abs(value - expected[index]!) < 1e-6);
      });
    });
  }

  it('leaves the inputs alone', () => {
    const first = vector(1, 0);
    fuseEmbeddings([first, vector(0, 1)]);
    assert.deepEqual([...first], [1, 0]);
  });

  const refused: [string, Float32Array[]][] = [
    ['none', []],
    ['different lengths', [vector(1, 0), vector(1, 0, 0)]],
    ['opposites, which cancel out', [vector(1, 0), vector(-1, 0)]],
    ['a number that is none', [vector(Number.NaN, 0)]],
  ];
  for (const [name, embeddings] of refused) {
    it(`refuses ${name}`, () => {
      assert.throws(() => fuseEmbeddings(embeddings), RangeError);
    });
  }
});

describe('a template', () => {
  it('is made of photos and, where there are any, of their mirror pictures', () => {
    const template = templateOf([
      { embedding: vector(1, 0), mirrored: vector(0, 1) },
      { embedding: vector(1, 0), mirrored: undefined },
    ]);
    assert.ok(Math.abs(template[0]! - 2 / Math.sqrt(5)) < 1e-6 && Math.abs(template[1]! - 1 / Math.sqrt(5)) < 1e-6);
  });

  it('is the photo itself when that is all there is', () => {
    assert.deepEqual(templateOf([{ embedding: vector(0, 1) }]), vector(0, 1));
  });
});

it('scales to unit length', () => {
  const unit = toUnitLength(vector(3, 4));
  assert.ok(Math.abs(unit[0]! - 0.6) < 1e-6 && Math.abs(unit[1]! - 0.8) < 1e-6);
});
