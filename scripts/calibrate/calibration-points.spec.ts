import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Calibration, calibrationSchema } from '../../src/platform/face/calibration.js';
import { calibrationPoints, type Measured } from './calibration-points.js';

/** Templates of `people`, and as many probes of others: so many comparisons, squared. */
const strangers = (people: number): Measured['population'] => ({
  templates: Int32Array.from({ length: 2 * people }, (_, identity) => (identity < people ? 1 : 0)),
  probes: Int32Array.from({ length: 2 * people }, (_, identity) => (identity < people ? 0 : 1)),
});

/** Highest first, each between other people. */
const between = (people: number, scores: readonly number[], photos = 1): Measured => ({
  photos,
  population: strangers(people),
  impostors: scores.map((score, index) => ({
    score,
    template: index % people,
    probe: people + ((index * 7) % people),
  })),
});

/** Scores whose FMR at a score s is 10^(−10 (s − shift)): 1e-2 at 0.2, 1e-4 at 0.4; the `kept` highest of `count`. */
const exponential = (count: number, kept: number, shift = 0): number[] =>
  Array.from({ length: kept }, (_, index) => Math.fround(shift - Math.log10((index + 0.5) / count) / 10));

const source = { dataSet: 'made up', images: 2000, failedToAcquire: 0, identities: 2000, genuine: 0, impostor: 1e6 };
const calibrationOf = (points: unknown): Calibration =>
  new Calibration(calibrationSchema.parse({ model: { id: 'm', version: '1' }, source, points }));

describe('calibration points', () => {
  const points = calibrationPoints([between(1000, exponential(1e6, 10_001))]);

  it('run from 1e-2 down to the rate of the thirtieth match, each within its bounds', () => {
    assert.deepEqual([points[0]?.fmr, points.at(-1)?.fmr], [1e-2, 3e-5]);
    assert.equal(points.length, 22); // 2.52 decades of 8 points, both ends
    for (const { fmr, low, high } of points) assert.ok(low < fmr && fmr < high);
  });

  it('are a calibration that gives back the known distribution', () => {
    const calibration = calibrationOf(points);
    for (const fmr of [1e-2, 5e-3, 1e-3, 2.2e-4, 1e-4, 3e-5]) {
      const expected = -Math.log10(fmr) / 10;
      assert.ok(Math.abs(calibration.thresholdFor(fmr) - expected) < 1e-3, `at ${fmr}`);
      assert.ok(Math.abs(calibration.fmrFor(expected) / fmr - 1) < 0.02, `at ${expected}`);
    }
    assert.throws(() => calibration.thresholdFor(2.9e-5), RangeError);
  });

  it('are those of the templates that need the highest score, as far down as both were measured', () => {
    const both = calibrationPoints([
      between(1000, exponential(1e6, 10_001)),
      between(500, exponential(250_000, 2501, 0.02), 3),
    ]);
    assert.deepEqual([...new Set(both.map(({ photos }) => photos))], [3]);
    assert.equal(both.at(-1)?.fmr, 30 / 250_000);
    assert.ok(Math.abs(calibrationOf(both).thresholdFor(1e-3) - 0.32) < 1e-3);
  });

  it('change over from one kind of template to the other where their scores cross', () => {
    // of templates of three, twice as steep: 1e-2 at 0.25, 1e-4 at 0.35; they cross at 1e-3
    const steep = Array.from({ length: 10_001 }, (_, index) =>
      Math.fround(0.15 - Math.log10((index + 0.5) / 1e6) / 20),
    );
    const crossed = calibrationPoints([between(1000, exponential(1e6, 10_001)), between(1000, steep, 3)]);
    for (const { photos, fmr } of crossed)
      if (Math.abs(Math.log10(fmr) + 3) > 0.01) assert.equal(photos, fmr > 1e-3 ? 3 : 1);
    calibrationOf(crossed);
  });

  it('are none where fewer than thirty matches are left at 1e-2', () => {
    assert.deepEqual(calibrationPoints([between(50, exponential(2500, 26))]), []);
  });

  it('leave out thresholds that equal scores make the same', () => {
    const equal = [...new Array<number>(100).fill(0.75), ...new Array<number>(9901).fill(0.5)];
    assert.deepEqual(
      calibrationPoints([between(1000, equal)]).map(({ falseMatches }) => falseMatches),
      [100],
    );
  });
});
