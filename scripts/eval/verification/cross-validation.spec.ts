import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accuracyAt, bestThreshold, crossValidate, type ScoredPair } from './cross-validation.js';

const genuine = (fold: number, ...scores: number[]): ScoredPair[] =>
  scores.map((score) => ({ fold, same: true, score }));
const impostor = (fold: number, ...scores: number[]): ScoredPair[] =>
  scores.map((score) => ({ fold, same: false, score }));

describe('best threshold', () => {
  const cases: [name: string, pairs: ScoredPair[], threshold: number][] = [
    ['half way between clean classes', [...genuine(0, 0.8, 0.6), ...impostor(0, 0.2, 0.4)], 0.5],
    ['gives up one impostor for two genuine pairs', [...genuine(0, 0.9, 0.5, 0.4), ...impostor(0, 0.6, 0.1)], 0.25],
    ['gives up one genuine pair for two impostors', [...genuine(0, 0.9, 0.3), ...impostor(0, 0.6, 0.5, 0.1)], 0.75],
    ['above everything when no score is worth matching', impostor(0, 0.6, 0.5), Infinity],
    ['never between equal scores', [...genuine(0, 0.5, 0.5, 0.5), ...impostor(0, 0.5, 0.1)], 0.3],
    ['never down to pairs that failed', [...genuine(0, 0.5, -Infinity), ...impostor(0, 0.1)], 0.3],
  ];
  for (const [name, pairs, threshold] of cases) {
    it(`lies ${name}`, () => {
      assert.ok(Object.is(bestThreshold(pairs), threshold) || Math.abs(bestThreshold(pairs) - threshold) < 1e-12);
    });
  }
});

it('a failed pair counts as different: wrong when genuine, right when impostor', () => {
  assert.equal(accuracyAt([...genuine(0, 0.9, -Infinity), ...impostor(0, -Infinity, 0.1)], 0.5), 0.75);
});

describe('cross-validation', () => {
  it('judges a fold by the threshold of the others, never by its own', () => {
    // Fold 0 splits at 0.5, fold 1 at 0.05: each is half wrong at the other's threshold.
    const pairs = [
      ...genuine(0, 0.9, 0.9),
      ...impostor(0, 0.1, 0.1),
      ...genuine(1, 0.09, 0.09),
      ...impostor(1, 0.01, 0.01),
    ];
    const { accuracy, folds, standardError } = crossValidate(pairs);
    assert.deepEqual([accuracy, folds, standardError], [0.5, 2, 0]);
  });

  it('is the mean over the folds, with its standard error', () => {
    // All thresholds lie at 0.5; fold 2 has one of its four pairs wrong: accuracies 1, 1, 0.75.
    const clean = (fold: number): ScoredPair[] => [...genuine(fold, 0.9, 0.9), ...impostor(fold, 0.1, 0.1)];
    const result = crossValidate([...clean(0), ...clean(1), ...genuine(2, 0.9, 0.2), ...impostor(2, 0.1, 0.1)]);
    assert.ok(Math.abs(result.accuracy - 2.75 / 3) < 1e-12);
    assert.ok(Math.abs((result.standardError ?? 0) - 0.25 / 3) < 1e-12); // s = 0.25/√3, over √3
  });

  it('deals a single fold into ten, each with its share of both classes', () => {
    const scores = Array.from({ length: 20 }, () => 0);
    const pairs = [...genuine(7, ...scores.map(() => 0.9)), ...impostor(7, ...scores.map(() => 0.1))];
    const { accuracy, folds } = crossValidate(pairs);
    assert.deepEqual([accuracy, folds], [1, 10]);
  });
});
