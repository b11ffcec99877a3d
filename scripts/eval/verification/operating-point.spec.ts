import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowedMatches, operatingPoint } from './operating-point.js';

const matching = (scores: readonly number[], threshold: number): number =>
  Float32Array.from(scores).filter((score) => score >= threshold).length;

describe('operating point', () => {
  const cases: [name: string, descending: number[], allowed: number, falseMatches: number][] = [
    ['two of five', [0.9, 0.7, 0.5, 0.3, 0.1], 2, 2],
    ['none allowed: just above the highest', [0.9, 0.7], 0, 0],
    ['equal scores across the line are all rejected', [0.9, 0.7, 0.7, 0.7, 0.1], 2, 1],
    ['equal scores above the line all match', [0.9, 0.9, 0.1], 2, 2],
    ['equal highest scores leave no match', [0.9, 0.9, 0.9], 1, 0],
    ['negative scores', [0.2, -0.1, -0.3], 1, 1],
    ['zero', [0.2, 0, -0.3], 1, 1],
    ['more allowed than there are', [0.2, 0.1], 5, 2],
  ];
  for (const [name, scores, allowed, falseMatches] of cases) {
    it(name, () => {
      const point = operatingPoint(Float32Array.from(scores), allowed);
      assert.equal(point.falseMatches, falseMatches);
      assert.equal(matching(scores, point.threshold), falseMatches);
    });
  }

  it('lies as low as it may: right above the first score that must be rejected', () => {
    const { threshold } = operatingPoint(Float32Array.of(0.75, 0.5), 1);
    assert.ok(threshold > 0.5 && threshold < 0.5 + 1e-6);
    assert.ok(operatingPoint(Float32Array.of(0.75, -0.5), 1).threshold - -0.5 < 1e-6);
  });
});

describe('matches allowed', () => {
  const cases: [fmr: number, comparisons: number, allowed: number][] = [
    [1e-3, 1000, 1],
    [1e-3, 999, 0],
    [1e-5, 300_000, 3],
    [1e-4, 29_999, 2],
  ];
  for (const [fmr, comparisons, allowed] of cases) {
    it(`${fmr} of ${comparisons} is ${allowed}`, () => {
      assert.equal(allowedMatches(fmr, comparisons), allowed);
    });
  }
});
