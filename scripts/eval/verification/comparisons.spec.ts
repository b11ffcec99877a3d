import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { genuineComparisons, highestImpostors, type Trial } from './comparisons.js';
import { rowsFrom } from './embedding-rows.js';

/** Unit vectors in a plane at the given degrees, as (identity, degrees). */
const rowsAt = (...angles: [identity: number, degrees: number][]) =>
  rowsFrom(
    angles.map(([identity, degrees]) => ({
      identity,
      embedding: Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)),
    })),
  );

const trial: Trial = { templates: rowsAt([0, 0], [1, 60]), probes: rowsAt([0, 60], [1, 60], [2, 90]) };
const rounded = (list: readonly { score: number; template: number; probe: number }[]) =>
  list.map(({ score, template, probe }) => [Math.round(score * 1000) / 1000, template, probe]);

describe('templates against probes', () => {
  it('of one identity are genuine', () => {
    assert.deepEqual(rounded(genuineComparisons(trial)), [
      [0.5, 0, 0],
      [1, 1, 1],
    ]);
  });

  it('of two are impostors: the highest, and who they are', () => {
    assert.deepEqual(rounded(highestImpostors(trial, 2)), [
      [1, 1, 0],
      [0.866, 1, 2],
    ]);
    assert.equal(highestImpostors(trial, 9).length, 4);
  });

  it('keeps scores together that are equal', () => {
    const equal: Trial = { templates: rowsAt([0, 0]), probes: rowsAt([1, 60], [2, -60], [3, 90]) };
    assert.equal(highestImpostors(equal, 1).length, 2);
  });

  it('gives the same in blocks as one by one', () => {
    const many = (first: number) =>
      rowsAt(...Array.from({ length: 150 }, (_, index) => [first + index, index * index * 0.7] as [number, number]));
    const big = { templates: many(0), probes: many(100) };
    const cosine = (a: number, b: number) => Math.cos(((a * a - b * b) * 0.7 * Math.PI) / 180);
    const expected = Array.from({ length: 150 }, (_, a) =>
      Array.from({ length: 150 }, (_, b) => (a === b + 100 ? [] : [cosine(a, b)])).flat(),
    )
      .flat()
      .sort((a, b) => b - a);
    highestImpostors(big, 1000)
      .slice(0, 1000)
      .forEach(({ score }, index) => {
        assert.ok(Math.abs(score - expected[index]!) < 1e-4);
      });
  });
});
