import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FaceAnalysis } from '../../../src/platform/face/face-engine.js';
import { enrolmentReport, readableEnrolmentReport } from './enrolment-report.js';

const PEOPLE = 60;
const model = { id: 'test', version: '1' };

/** 60 people 6° apart, three images each: two that give a template right at their place, and a probe 1.5° from it. */
const images = Array.from({ length: 3 * PEOPLE }, (_, index) => ({
  file: String(index),
  identity: Math.floor(index / 3),
}));
const set = { images, identities: PEOPLE, pairs: [], labelConflicts: 0 };
const faceAt = (degrees: number): FaceAnalysis =>
  ({
    embedding: Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)),
  }) as FaceAnalysis;
const faces: (FaceAnalysis | undefined)[] = images.map(({ identity }, index) =>
  faceAt(6 * identity + [-1, 1, 1.5][index % 3]!),
);

describe('verification with templates of several photos', () => {
  const report = enrolmentReport('test', model, set, 2, faces);

  it('counts templates, probes and comparisons', () => {
    const { templates, probes, failedToAcquire, n } = report;
    assert.deepEqual(
      { templates, probes, failedToAcquire, n },
      {
        templates: 60,
        probes: 60,
        failedToAcquire: 0,
        n: { genuine: 60, impostor: 60 * 59 },
      },
    );
  });

  it('finds all at 1e-3, and no rate that the comparisons cannot show', () => {
    assert.equal(report.tarAtFmr['1e-3'], 1);
    assert.deepEqual(report.bounds['1e-3'], { low: 1, high: 1 });
    // the nearest stranger is 4.5° away
    assert.ok(Math.abs(report.thresholds['1e-3']! - Math.cos((4.5 * Math.PI) / 180)) < 1e-5);
    assert.deepEqual(report.tarAtFmr, { '1e-3': 1, '1e-4': null, '1e-5': null, '1e-6': null });
    assert.match(readableEnrolmentReport(report), /100\.00 % … 100\.00 %/);
  });

  it('counts a probe without a face as a miss, also in the bounds', () => {
    const without = enrolmentReport('test', model, set, 2, faces.with(2, undefined));
    assert.deepEqual([without.failedToAcquire, without.n.genuine, without.n.impostor], [1, 60, 60 * 59 - 59]);
    assert.equal(without.tarAtFmr['1e-3'], 59 / 60);
    assert.deepEqual(without.bounds['1e-3'], { low: 59 / 60, high: 59 / 60 });
  });
});
