import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countPairs, type EmbeddingRows, genuineMatches, impostorTail, scoreOf } from './all-pairs.js';
import { verify } from './verification.js';

/** Unit vectors in a plane at the given degrees, as (identity, degrees). */
function rowsAt(...angles: [identity: number, degrees: number][]): EmbeddingRows {
  const radians = angles.map(([, degrees]) => (degrees * Math.PI) / 180);
  return {
    values: Float32Array.from(radians.flatMap((angle) => [Math.cos(angle), Math.sin(angle), 0, 0])),
    dimensions: 4,
    identities: Int32Array.from(angles, ([identity]) => identity),
  };
}

/** People of two images each, evenly around a circle; the second image `apart` degrees from the first. */
const circle = (people: number, apart: number): EmbeddingRows =>
  rowsAt(
    ...Array.from({ length: people }, (_, person) => (person * 360) / people).flatMap((degrees, person) => [
      [person, degrees] as [number, number],
      [person, degrees + apart] as [number, number],
    ]),
  );

describe('all pairs', () => {
  it('are counted within and across identities', () => {
    assert.deepEqual(countPairs([0, 0, 0, 1, 1, 2]), { genuine: 4, impostor: 11 });
    assert.deepEqual(countPairs([0, 1, 2]), { genuine: 0, impostor: 3 });
    assert.deepEqual(countPairs([]), { genuine: 0, impostor: 0 });
  });

  it('give the same tail in blocks as one by one', () => {
    const rows = circle(100, 0.7); // 200 rows: four blocks each way, the last one cut short
    const scores: number[] = [];
    for (let a = 0; a < 200; a++) {
      for (let b = a + 1; b < 200; b++) if (a >> 1 !== b >> 1) scores.push(scoreOf(rows, a, b));
    }
    assert.equal(scores.length, countPairs(rows.identities).impostor);
    assert.deepEqual([...impostorTail(rows, 500)], scores.toSorted((a, b) => b - a).slice(0, 500));
  });

  it('of one identity are counted at each threshold', () => {
    const rows = rowsAt([0, 0], [0, 60], [0, 90], [1, 0], [1, 30]);
    // Cosines within: 0.5, 0, 0.866 and 0.866.
    assert.deepEqual(genuineMatches(rows, [-1, 0.4, 0.8, 0.9]), [4, 3, 2, 0]);
  });
});

describe('verification', () => {
  it('finds the TAR at an FMR on scores that are known', () => {
    // 51 people, 7.06° apart, second images at +2.3°. The nearest images of two people are 4.76° apart, 51 pairs of 5,100:
    // just as many as 1e-2 allows, so the threshold lies right above the next, which are 7.06° apart.
    const rows = circle(51, 2.3);
    const result = verify(rows, rows.identities);
    assert.deepEqual([result.genuine, result.impostor], [51, 5100]);
    assert.equal(result.tarAtFmr['1e-2'], 1);
    assert.equal(result.falseMatches['1e-2'], 51);
    assert.ok(Math.abs((result.thresholds['1e-2'] ?? 0) - Math.cos(((360 / 51) * Math.PI) / 180)) < 1e-5);
  });

  it('misses the genuine pairs below the threshold', () => {
    // Images of one person are 30° apart, more than those of a dozen pairs of neighbours.
    const rows = circle(51, 30);
    assert.equal(verify(rows, rows.identities).tarAtFmr['1e-2'], 0);
  });

  it('counts genuine pairs with a failed image as misses', () => {
    const rows = circle(100, 1.2);
    const withFailures = [...rows.identities, ...Array.from({ length: 50 }, (_, person) => person)];
    // 50 people have three images, one of which failed: 50 · 3 + 50 genuine pairs, of which the 100 between good images match.
    assert.equal(verify(rows, withFailures).tarAtFmr['1e-2'], 0.5);
  });

  it('has no figures where there is nothing to compare', () => {
    const none = { '1e-2': null, '1e-3': null, '1e-4': null, '1e-5': null };
    const onePerson = rowsAt([0, 0], [0, 10]);
    assert.deepEqual(verify(onePerson, [0, 0]).tarAtFmr, none);
    const strangers = rowsAt([0, 0], [1, 10]);
    assert.deepEqual(verify(strangers, [0, 1]).tarAtFmr, none);
    const nobody = rowsAt();
    assert.deepEqual(verify(nobody, [0, 1]).thresholds, none);
  });
});
