import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cropOfBox, squareAround } from './crop.js';

const image = { width: 640, height: 480 };
const box = (x1: number, y1: number, x2: number, y2: number) => ({ x1, y1, x2, y2 });

describe('what is cut out of the image', () => {
  it('for a box: the whole pixels that it touches', () => {
    assert.deepEqual(cropOfBox(box(10.6, 20.2, 30.1, 50.9), image), { left: 10, top: 20, width: 21, height: 31 });
  });

  it('for a box that reaches beyond: what is in the image', () => {
    assert.deepEqual(cropOfBox(box(-20, -5, 700, 500), image), { left: 0, top: 0, width: 640, height: 480 });
    assert.deepEqual(cropOfBox(box(650, 490, 700, 500), image), { left: 639, top: 479, width: 1, height: 1 });
  });

  it('for the pose: a square around the middle', () => {
    assert.deepEqual(squareAround(box(300, 200, 340, 300), 1.4, image), {
      left: 250,
      top: 180,
      width: 140,
      height: 140,
    });
  });
});
