import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RgbImage } from '../analyser.js';
import { type Crop } from './crop.js';
import { cutBeyond, squareIn } from './cut-beyond.js';

/** Each column has a red of its own, each row a green. */
function ramp(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([10 * x, 10 * y, 0], (y * width + x) * 3);
  return { data, width, height };
}

/** The red of the first row of what is cut, by column of the ramp. */
function columns(image: RgbImage, crop: Crop): number[] {
  const cut = cutBeyond(image, crop);
  const start = (cut.crop.top * cut.image.width + cut.crop.left) * 3;
  return Array.from({ length: crop.width }, (_, x) => cut.image.data[start + x * 3]! / 10);
}

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
  it('is a part of the image itself, where it does not', () => {
    const [image, crop] = [ramp(20, 20), { left: 3, top: 5, width: 12, height: 12 }];
    const cut = cutBeyond(image, crop);
    assert.equal(cut.image, image);
    assert.equal(cut.crop, crop);
  });

  it('goes on as in a mirror, left and right', () => {
    assert.deepEqual(columns(ramp(4, 8), { left: -2, top: 0, width: 8, height: 8 }), [1, 0, 0, 1, 2, 3, 3, 2]);
  });

  it('goes on and on: back and forth', () => {
    assert.deepEqual(columns(ramp(2, 8), { left: -3, top: 0, width: 8, height: 8 }), [1, 1, 0, 0, 1, 1, 0, 0]);
  });

  it('goes on above and below, with all colours', () => {
    const { image, crop } = cutBeyond(ramp(8, 3), { left: 2, top: -1, width: 2, height: 6 });
    assert.deepEqual(crop, { left: 0, top: 0, width: 2, height: 6 });
    const pixels = Array.from({ length: 6 }, (_, y) => [...image.data.subarray(y * 6, y * 6 + 3)]);
    assert.deepEqual(
      pixels,
      [0, 0, 1, 2, 2, 1].map((row) => [20, 10 * row, 0]),
    );
  });
});
