import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Point } from './face-engine.js';
import { planarResidual } from './homography.js';

/** A grid with a pyramid on it: `height` 0 is a plane. */
const points = (height: number): (Point & { readonly z: number })[] =>
  [-2, -1, 0, 1, 2].flatMap((x) =>
    [-2, -1, 0, 1, 2].map((y) => ({ x, y, z: (height * (2 - Math.max(Math.abs(x), Math.abs(y)))) / 2 })),
  );

/** Seen from 10 units away by a camera with a focal length of 500 pixels, turned by `degrees` around the y axis. */
const seen = (height: number, degrees: number): Point[] => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return points(height).map(({ x, y, z }) => {
    const depth = 10 - (z * cos - x * sin);
    return { x: 320 + (500 * (x * cos + z * sin)) / depth, y: 240 + (500 * y) / depth };
  });
};

describe('planarResidual', () => {
  for (const degrees of [0, 10, 25, 50]) {
    it(`is nothing for a plane turned by ${degrees}°`, () => {
      assert.ok(planarResidual(seen(0, 0), seen(0, degrees)) < 1e-6);
    });
  }

  it('is some pixels for a body that stands out, and more the further it is turned', () => {
    const residuals = [10, 25, 40].map((degrees) => planarResidual(seen(1, 0), seen(1, degrees)));
    assert.ok((residuals[0] ?? 0) > 1);
    assert.deepEqual(
      residuals,
      residuals.toSorted((a, b) => a - b),
    );
  });

  it('is in pixels of the second picture', () => {
    const twice = seen(1, 25).map(({ x, y }) => ({ x: 2 * x, y: 2 * y }));
    const [once, double] = [planarResidual(seen(1, 0), seen(1, 25)), planarResidual(seen(1, 0), twice)];
    assert.ok(Math.abs(double / once - 2) < 1e-6);
  });

  it('wants the same points twice, and enough of them', () => {
    assert.throws(() => planarResidual(seen(0, 0), seen(0, 0).slice(1)), RangeError);
    assert.throws(() => planarResidual(seen(0, 0).slice(0, 4), seen(0, 0).slice(0, 4)), RangeError);
  });
});
