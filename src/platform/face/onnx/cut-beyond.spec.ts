import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RgbImage } from '../analyser.js';
import { cutBeyond, squareIn } from './cut-beyond.js';
import { resample } from './resample.js';

/** Each column has a red of its own, each row a green. */
function ramp(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([10 * x, 10 * y, 0], (y * width + x) * 3);
  return { data, width, height };
}

const cut = (image: RgbImage, crop: Parameters<typeof cutBeyond>[1], side: number) =>
  cutBeyond(image, crop, { width: side, height: side }, new Float32Array(side * side * 3));

const columns = (pixels: Float32Array, side: number): number[] =>
  Array.from({ length: side }, (_, x) => (pixels[x * 3] ?? NaN) / 10);

describe('the square around a face', () => {
  const image = { width: 640, height: 480 };
  const cases: [name: string, middle: [number, number], side: number, expected: [left: number, top: number]][] = [
    ['in the middle', [320, 240], 200, [220, 140]],
    ['near the edge: moved to lie in the picture', [50, 470], 200, [0, 280]],
    ['higher than the picture: moved across only', [600, 200], 500, [140, -50]],
    ['larger than the picture: centred', [300, 200], 800, [-100, -200]],
  ];
  for (const [name, [x, y], side, [left, top]] of cases) {
    it(name, () => {
      assert.deepEqual(squareIn(image, { x, y }, side), { left, top, width: side, height: side });
    });
  }

  it('has a pixel even around points that lie on each other', () => {
    assert.deepEqual(squareIn(image, { x: 10, y: 10 }, 0).width, 1);
  });
});

describe('a part that reaches beyond the image', () => {
  it('is what resample gives, where it does not', () => {
    const [image, crop, size] = [ramp(20, 20), { left: 3, top: 5, width: 12, height: 12 }, { width: 5, height: 5 }];
    assert.deepEqual(
      cutBeyond(image, crop, size, new Float32Array(75)),
      resample(image, crop, size, new Float32Array(75)),
    );
  });

  it('goes on as in a mirror, left and right', () => {
    const pixels = cut(ramp(4, 8), { left: -2, top: 0, width: 8, height: 8 }, 8);
    assert.deepEqual(columns(pixels, 8), [1, 0, 0, 1, 2, 3, 3, 2]);
  });

  it('goes on and on: back and forth', () => {
    const pixels = cut(ramp(2, 8), { left: -3, top: 0, width: 8, height: 8 }, 8);
    assert.deepEqual(columns(pixels, 8), [1, 1, 0, 0, 1, 1, 0, 0]);
  });

  it('is as large in the result as in the image: what is there is not stretched', () => {
    const pixels = cut(ramp(16, 16), { left: -8, top: -8, width: 32, height: 32 }, 16);
    // two columns of the image for each of the result; those at the seams are weighed with less
    assert.deepEqual(columns(pixels.subarray(4 * 16 * 3), 16).slice(5, 11), [2.5, 4.5, 6.5, 8.5, 10.5, 12.5]);
  });
});
