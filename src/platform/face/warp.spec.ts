import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { type RgbImage } from './analyser.js';
import { type Similarity, warp } from './warp.js';

const noise = (width: number, height: number): RgbImage => ({ data: randomBytes(width * height * 3), width, height });

/** By the definition, in JavaScript: of the four pixels around a place each counts the more, the nearer it is. */
function defined(
  { data, width, height }: RgbImage,
  { a, b, tx, ty }: Similarity,
  column: number,
  row: number,
): number[] {
  const [x, y] = [a * column - b * row + tx, b * column + a * row + ty];
  const sums = [0, 0, 0];
  for (const px of [Math.floor(x), Math.floor(x) + 1]) {
    for (const py of [Math.floor(y), Math.floor(y) + 1]) {
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const weight = (1 - Math.abs(x - px)) * (1 - Math.abs(y - py));
      sums.forEach((sum, colour) => (sums[colour] = sum + weight * data[(py * width + px) * 3 + colour]!));
    }
  }
  return sums;
}

/** The largest difference in a colour of any pixel. */
function furthestApart(image: RgbImage, toSource: Similarity, size: number): number {
  const warped = warp(image, toSource, size);
  assert.equal(warped.length, size * size * 3);
  let furthest = 0;
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      for (const value of defined(image, toSource, column, row))
        furthest = Math.max(furthest, Math.abs(value - warped[at++]!));
    }
  }
  return furthest;
}

const turned = (degrees: number, scale: number, tx: number, ty: number): Similarity => {
  const turn = (degrees * Math.PI) / 180;
  return { a: scale * Math.cos(turn), b: scale * Math.sin(turn), tx, ty };
};

describe('warp', () => {
  const frame = noise(640, 480);

  for (const [what, toSource] of Object.entries({
    'a face in the middle': turned(7, 1.7, 210.3, 120.8),
    'one that is upside down': turned(180, 2.2, 400.5, 300.25),
    'one that is smaller than the result': turned(-30, 0.3, 300, 200),
    'one that reaches beyond the left and the top': turned(12, 2, -60.7, -80.2),
    'one that reaches beyond the right and the bottom': turned(-12, 3, 500.1, 333.3),
    'all of the picture and what is around it': turned(45, 10, 300, -500),
    'nothing but what is beyond the picture': turned(0, 1, 5_000, 5_000),
    'the picture as it is, to its last pixel': turned(0, 1, 640 - 112, 480 - 112),
  })) {
    it(`takes ${what} as its definition does`, () => {
      assert.ok(furthestApart(frame, toSource, 112) < 1e-3);
    });
  }

  it('takes a large photo by tiles, and none of their borders shows', () => {
    const photo = noise(3_000, 2_000);
    for (const toSource of [turned(0, 17, 500, 20), turned(45, 17, 1_700, -300), turned(100, 40, 3_000, -1_000)])
      assert.ok(furthestApart(photo, toSource, 112) < 1e-3);
  });

  it('takes from a picture that is smaller than what four pixels need', () => {
    for (const [width, height] of [
      [1, 1],
      [2, 1],
      [1, 3],
    ] as const)
      assert.ok(furthestApart(noise(width, height), turned(20, 0.2, -1, -1), 20) < 1e-3);
  });

  it('is black where there is no face to be found: points that all lie in one place', () => {
    for (const not of [NaN, Infinity])
      assert.ok(warp(frame, { a: not, b: 0, tx: 0, ty: 0 }, 8).every((value) => value === 0));
  });

  it('gives memory of its own', () => {
    const first = warp(frame, turned(0, 1, 100, 100), 16);
    const before = [...first];
    warp(frame, turned(0, 1, 200, 200), 16);
    assert.deepEqual([...first], before);
  });
});
