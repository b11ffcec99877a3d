import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alignFace, mirrorFace, similarityBetween } from './align.js';
import { type FivePoints, type Point } from './face-engine.js';

const REFERENCE: FivePoints = [
  { x: 10, y: 12 },
  { x: 30, y: 12 },
  { x: 20, y: 22 },
  { x: 12, y: 32 },
  { x: 28, y: 32 },
];

/** Turned by `degrees`, `scale` times as large, and moved. */
const placed = (degrees: number, scale: number, dx: number, dy: number): FivePoints => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180) * scale, Math.sin((degrees * Math.PI) / 180) * scale];
  const move = ({ x, y }: Point): Point => ({ x: c * x - s * y + dx, y: s * x + c * y + dy });
  return [move(REFERENCE[0]), move(REFERENCE[1]), move(REFERENCE[2]), move(REFERENCE[3]), move(REFERENCE[4])];
};

describe('similarityBetween', () => {
  it('finds turn, scale and move again', () => {
    const { a, b, tx, ty } = similarityBetween(REFERENCE, placed(30, 3, 50, -7));
    assert.ok(Math.abs(Math.hypot(a, b) - 3) < 1e-9);
    assert.ok(Math.abs((Math.atan2(b, a) * 180) / Math.PI - 30) < 1e-9);
    assert.ok(Math.abs(tx - 50) < 1e-9 && Math.abs(ty + 7) < 1e-9);
  });
});

describe('mirrorFace', () => {
  it('exchanges left and right, row by row, and keeps the colours in order', () => {
    const picture = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assert.deepEqual([...mirrorFace(picture)], [4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9]);
  });
});

describe('alignFace', () => {
  const size = 40;
  const side = 200;
  /** Red where the left eye is, black elsewhere. */
  function imageWithEye(five: FivePoints) {
    const data = new Uint8Array(side * side * 3);
    const [eye] = five;
    for (let y = Math.round(eye.y) - 4; y <= Math.round(eye.y) + 4; y++) {
      for (let x = Math.round(eye.x) - 4; x <= Math.round(eye.x) + 4; x++) data[(y * side + x) * 3] = 200;
    }
    return { data, width: side, height: side };
  }

  for (const [name, five] of [
    ['enlarged', placed(0, 3, 20, 30)],
    ['turned', placed(40, 3, 100, 20)],
  ] as const) {
    it(`brings the eye of a face that is ${name} to its place`, () => {
      const aligned = alignFace(imageWithEye(five), five, REFERENCE, size);
      const red = (x: number, y: number) => aligned[(y * size + x) * 3];
      assert.ok(Math.abs(red(10, 12)! - 200) < 1e-3);
      assert.equal(red(20, 22), 0);
      assert.equal(aligned.length, size * size * 3);
    });
  }

  it('is black where the face lies beyond the image', () => {
    const five = placed(0, 3, -300, -300);
    assert.ok(alignFace(imageWithEye(placed(0, 3, 20, 30)), five, REFERENCE, size).every((value) => value === 0));
  });
});
