import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FivePoints } from './face-engine.js';
import { measureQuality } from './quality.js';

const side = 300;
const box = { x1: 60, y1: 90, x2: 210, y2: 240 };
const five: FivePoints = [
  { x: 100, y: 140 },
  { x: 170, y: 140 },
  { x: 135, y: 180 },
  { x: 106, y: 220 },
  { x: 164, y: 220 },
];

function picture(luma: (x: number, y: number) => number) {
  const data = new Uint8Array(side * side * 3);
  for (let i = 0; i < side * side; i++) data.fill(luma(i % side, Math.floor(i / side)), 3 * i, 3 * i + 3);
  return { data, width: side, height: side };
}

describe('measureQuality', () => {
  it('of one grey: its luma, no contrast, no sharpness', () => {
    const quality = measureQuality(
      picture(() => 77),
      box,
      five,
    );
    assert.ok(Math.abs(quality.brightness - 77) < 1e-3);
    assert.ok(quality.contrast < 0.1 && quality.sharpness < 1e-3);
  });

  it('of stripes: sharper than a ramp of the same range', () => {
    const stripes = measureQuality(
      picture((x) => (x % 8 < 4 ? 100 : 200)),
      box,
      five,
    );
    const ramp = measureQuality(
      picture((x) => 100 + x / 3),
      box,
      five,
    );
    assert.ok(stripes.sharpness > 100 * ramp.sharpness);
    assert.ok(Math.abs(stripes.contrast - 50) < 8, 'half the range, softened at the edges');
  });

  it('of the points: eye distance and nose offset', () => {
    const { eyeDistance, noseOffset } = measureQuality(
      picture(() => 0),
      box,
      five,
    );
    assert.equal(eyeDistance, 70);
    assert.equal(noseOffset, 0);
    const [left, right, , ...mouth] = five;
    const turned = measureQuality(
      picture(() => 0),
      box,
      [left, right, { x: 156, y: 180 }, ...mouth],
    );
    assert.ok(Math.abs(turned.noseOffset - 0.3) < 1e-9, 'to the right of the picture');
  });

  it('of the box: its nearest edge, in its own size', () => {
    assert.equal(
      measureQuality(
        picture(() => 0),
        box,
        five,
      ).margin,
      60 / 150,
    );
    assert.equal(
      measureQuality(
        picture(() => 0),
        { ...box, x1: -15, x2: 135 },
        five,
      ).margin,
      -0.1,
    );
  });
});
