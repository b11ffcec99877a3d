import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FivePoints } from '../../../src/platform/face/face-engine.js';
import { PICTURES, type PictureName } from './pictures.js';
import { PROCEDURES } from './table.js';
import { fused, type Labelled, outcomeOf, vectorsOf } from './trial.js';

const SIZE = 20;
const five: FivePoints = [
  { x: 6, y: 7 },
  { x: 14, y: 7 },
  { x: 10, y: 11 },
  { x: 7, y: 15 },
  { x: 13, y: 15 },
];
/** A red pixel on black, in a picture whose face lies where the embedder wants it. */
function pixelAt(name: PictureName, x: number, y: number): { x: number; y: number } {
  const data = new Uint8Array(SIZE * SIZE * 3);
  data[(y * SIZE + x) * 3] = 200;
  const picture = PICTURES[name]({ image: { data, width: SIZE, height: SIZE }, five, reference: five, size: SIZE });
  const brightest = picture.indexOf(Math.max(...picture)) / 3;
  return { x: brightest % SIZE, y: Math.floor(brightest / SIZE) };
}

describe('other pictures of a face', () => {
  const cases: [name: PictureName, x: number, y: number, toX: number, toY: number][] = [
    ['plain', 4, 6, 4, 6],
    ['mirrored', 4, 6, SIZE - 1 - 4, 6],
    ['higher', 4, 6, 4, 4],
    ['lower', 4, 6, 4, 8],
    ['larger', 1, 10, 0, 10],
    ['smaller', 0, 10, 1, 10],
    ['softer', 4, 6, 4, 6],
    ['sharper', 4, 6, 4, 6],
  ];
  for (const [name, x, y, toX, toY] of cases) {
    it(`${name}: a pixel at ${x}, ${y} is at ${toX}, ${toY}`, () => {
      assert.deepEqual(pixelAt(name, x, y), { x: toX, y: toY });
    });
  }
});

describe('a trial', () => {
  const at = (degrees: number) =>
    Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));
  const labelled = (identity: number, degrees: number, length = 0): Labelled => ({
    identity,
    unit: at(degrees),
    length,
  });
  const cosine = PROCEDURES[0]!.score;
  const people = Array.from({ length: 40 }, (_, identity) => identity);

  it('finds TAR on scores that are known, and no rate that the comparisons cannot show', () => {
    // 40 people 9° apart; half of the probes are 1° off, half 30°: nearer to strangers than to themselves
    const { tars } = outcomeOf(
      people.map((identity) => labelled(identity, 9 * identity)),
      people.map((identity) => labelled(identity, 9 * identity + (identity < 20 ? 1 : 30))),
      cosine,
    );
    assert.deepEqual(tars, [0.5, null, null]);
  });

  it('tells how much more often bad pictures match strangers', () => {
    const short = (identity: number, index: number) => -2 - (10 * identity + index) / 1000;
    const probes = people.flatMap((identity) =>
      Array.from({ length: 100 }, (_, index) =>
        labelled(identity, 9 * identity, index < 10 ? short(identity, index) : index),
      ),
    );
    const templates = people.map((identity) => labelled(identity, 9 * identity));
    // Of 156,000 comparisons 15 may match at 1e-4. All neighbours are equally far; of the shortest tenth a little less is asked.
    const asked = outcomeOf(templates, probes, (one, other) => cosine(one, other) - 0.001 * Math.min(0, other.length));
    assert.ok(asked.badPictures !== null && Math.abs(asked.badPictures - 10) < 1e-9, String(asked.badPictures));
  });

  it('takes lengths in standard deviations, and fuses directions', () => {
    const vectors = vectorsOf([Float32Array.of(1, 0), Float32Array.of(0, 3)]);
    assert.deepEqual(
      vectors.map(({ length }) => length),
      [-1, 1],
    );
    const { unit, length } = fused(vectors);
    assert.ok(Math.abs(unit[0]! - Math.SQRT1_2) < 1e-6 && Math.abs(unit[1]! - Math.SQRT1_2) < 1e-6);
    assert.equal(length, 0);
  });
});
