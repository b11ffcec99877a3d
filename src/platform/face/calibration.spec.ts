import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Calibration, type CalibrationData, type CalibrationPoint, readCalibration } from './calibration.js';

const measured = (score: number, fmr: number): CalibrationPoint => ({
  score,
  fmr,
  falseMatches: fmr * 1e6,
  low: fmr / 2,
  high: fmr * 2,
});

const data: CalibrationData = {
  model: { id: 'test', version: '1' },
  source: { dataSet: 'made up', images: 2000, failedToAcquire: 0, identities: 500, genuine: 3000, impostor: 1e6 },
  points: [measured(0.2, 1e-2), measured(0.3, 1e-3), measured(0.5, 1e-4)],
};
const calibration = new Calibration(data);
const near = (actual: number, expected: number): void => {
  assert.ok(Math.abs(actual / expected - 1) < 1e-9, `${actual} is not ${expected}`);
};

describe('threshold for an FMR', () => {
  const cases: [fmr: number, threshold: number][] = [
    [1e-2, 0.2],
    [1e-3, 0.3],
    [1e-4, 0.5],
    [10 ** -2.5, 0.25], // half way between in log(FMR)
    [10 ** -3.25, 0.35], // a quarter of the way
  ];
  for (const [fmr, threshold] of cases) {
    it(`${fmr.toExponential(2)} → ${threshold}`, () => {
      near(calibration.thresholdFor(fmr), threshold);
    });
  }

  for (const fmr of [9.9e-5, 1e-6, 0, -1, 0.011, 1, Number.NaN]) {
    it(`refuses ${fmr}, which was never measured`, () => {
      assert.throws(() => calibration.thresholdFor(fmr), RangeError);
    });
  }

  it('says what the data supports', () => {
    assert.throws(
      () => calibration.thresholdFor(1e-6),
      /1000000 impostor comparisons on made up support 1\.0e-4 to 1\.0e-2/,
    );
  });
});

describe('FMR at a score', () => {
  const cases: [score: number, fmr: number][] = [
    [-1, 1],
    [0.19, 1],
    [0.2, 1e-2],
    [0.25, 10 ** -2.5],
    [0.3, 1e-3],
    [0.35, 10 ** -3.25],
    [0.5, 1e-4],
    [0.9, 1e-4],
  ];
  for (const [score, fmr] of cases) {
    it(`${score} → ${fmr.toExponential(2)}`, () => {
      near(calibration.fmrFor(score), fmr);
    });
  }
});

describe('the file', () => {
  const inFile = async (content: unknown): Promise<Calibration> => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'presente-calibration-'));
    try {
      const file = path.join(folder, 'calibration.json');
      await writeFile(file, JSON.stringify(content));
      return await readCalibration(file);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  it('is read as it was written', async () => {
    assert.deepEqual((await inFile(data)).data, data);
  });

  const wrong: [string, unknown][] = [
    ['without points', { ...data, points: [] }],
    ['whose scores fall', { ...data, points: data.points.toReversed() }],
    ['whose rates do not fall', { ...data, points: [measured(0.2, 1e-3), measured(0.3, 1e-3)] }],
    ['with a rate of nothing', { ...data, points: [measured(0.2, 1e-3), measured(0.3, 0)] }],
    ['with an unknown field', { ...data, people: [] }],
    ['without a model', { ...data, model: undefined }],
  ];
  for (const [name, content] of wrong) {
    it(`is refused ${name}`, async () => {
      await assert.rejects(inFile(content), /calibration\.json is not a calibration/);
    });
  }
});
