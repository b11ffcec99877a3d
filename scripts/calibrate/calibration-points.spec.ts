import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Calibration, calibrationSchema } from '../../src/platform/face/calibration.js';
import { calibrationPoints } from './calibration-points.js';

/** Impostor scores whose FMR at a score s is 10^(−10 s): 1e-2 at 0.2, 1e-4 at 0.4; `kept` highest of `count`. */
const exponential = (count: number, kept: number): Float32Array =>
  Float32Array.from({ length: kept }, (_, index) => -Math.log10((index + 0.5) / count) / 10);

describe('calibration points', () => {
  const points = calibrationPoints(exponential(1e6, 10_001), 1e6);
  const source = { dataSet: 'made up', images: 2000, failedToAcquire: 0, identities: 2000, genuine: 0, impostor: 1e6 };

  it('run from 1e-2 down to the rate of the thirtieth match', () => {
    assert.deepEqual([points[0]?.fmr, points.at(-1)?.fmr], [1e-2, 3e-5]);
    assert.equal(points.length, 22); // 2.52 decades of 8 points, both ends
    for (const { fmr, low, high } of points) assert.ok(low < fmr && fmr < high);
  });

  it('are a calibration that gives back the known distribution', () => {
    const calibration = new Calibration(calibrationSchema.parse({ model: { id: 'm', version: '1' }, source, points }));
    for (const fmr of [1e-2, 5e-3, 1e-3, 2.2e-4, 1e-4, 3e-5]) {
      const expected = -Math.log10(fmr) / 10;
      assert.ok(Math.abs(calibration.thresholdFor(fmr) - expected) < 1e-3, `at ${fmr}`);
      assert.ok(Math.abs(calibration.fmrFor(expected) / fmr - 1) < 0.02, `at ${expected}`);
    }
    assert.throws(() => calibration.thresholdFor(2.9e-5), RangeError);
  });

  it('are none where fewer than thirty matches are left at 1e-2', () => {
    assert.deepEqual(calibrationPoints(exponential(2900, 30), 2900), []);
  });

  it('leave out thresholds that equal scores make the same', () => {
    const equal = new Float32Array(10_001).fill(0.5).fill(0.7, 0, 100);
    assert.deepEqual(
      calibrationPoints(equal, 1e6).map(({ falseMatches }) => falseMatches),
      [100],
    );
  });
});
