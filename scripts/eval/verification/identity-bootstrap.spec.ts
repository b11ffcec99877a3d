import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Comparison } from './comparisons.js';
import { fmrIntervals, impostorCount, populationOf, tarIntervals } from './identity-bootstrap.js';

describe('impostor comparisons', () => {
  const population = populationOf(3, [0, 1, 1], [0, 1, 2]);
  const cases: [name: string, weights: number[] | undefined, count: number][] = [
    ['all there are: 3 templates with 3 probes, less 3 of one identity', undefined, 6],
    ['the same when each is drawn once', [1, 1, 1], 6],
    ['none when one person is drawn for all', [3, 0, 0], 0],
    ['two of the third: 1 template with 2 probes', [1, 0, 2], 2],
  ];
  for (const [name, weights, count] of cases) {
    it(name, () => {
      assert.equal(impostorCount(population, weights && Float64Array.from(weights)), count);
    });
  }
});

/** One template and one probe each. */
const PEOPLE = 200;
const everyone = Array.from({ length: PEOPLE }, (_, identity) => identity);
const population = populationOf(PEOPLE, everyone, everyone);
const RATE = 100 / (PEOPLE * (PEOPLE - 1));

describe('bounds of a false match rate', () => {
  const match = (template: number, probe: number): Comparison => ({ score: 0.5, template, probe });
  const spread = everyone.slice(0, 100).map((identity) => match(identity, identity + 100));
  const ofOne = everyone.slice(1, 101).map((identity) => match(0, identity));

  it('hold the rate, and are of the order of a count of a hundred where each match is of two other people', () => {
    const [{ low, high } = { low: 0, high: 0 }] = fmrIntervals(spread, [100], population);
    assert.ok(low < RATE && RATE < high);
    // a pair counts (1 + x)(1 + y) with x, y of variance 1; the pairs hold everybody once, so all x and y add up to 0 and
    // x · y is left, of variance 1: 100 ± 1.96 · √100
    assert.ok(
      Math.abs(low / RATE - 0.804) < 0.03 && Math.abs(high / RATE - 1.196) < 0.03,
      `${low / RATE} ${high / RATE}`,
    );
  });

  it('say how little is known where one person is behind all matches: drawn by chance or not', () => {
    const [{ low, high } = { low: 1, high: 0 }] = fmrIntervals(ofOne, [100], population);
    assert.equal(low, 0);
    assert.ok(high > 2.5 * RATE);
  });

  it('are found for each threshold', () => {
    const [none, half, all] = fmrIntervals(spread, [0, 50, 100], population);
    assert.deepEqual(none, { low: 0, high: 0 });
    assert.ok(half!.high < all!.high && half!.low < all!.low);
  });

  it('are the same each time', () => {
    assert.deepEqual(fmrIntervals(spread, [100], population), fmrIntervals(spread, [100], population));
  });
});

describe('bounds of TAR', () => {
  const impostors = everyone.map((identity): Comparison => ({
    score: 0.4 - identity / 1000,
    template: identity,
    probe: (identity + 1) % PEOPLE,
  }));
  const genuine = (scoreOf: (identity: number) => number): Comparison[] =>
    everyone.map((identity) => ({ score: scoreOf(identity), template: identity, probe: identity }));

  it('leave nothing open where all or none match, whatever the threshold', () => {
    assert.deepEqual(
      tarIntervals(
        genuine(() => 0.9),
        impostors,
        [1e-3],
        population,
      ),
      [{ low: 1, high: 1 }],
    );
    assert.deepEqual(
      tarIntervals(
        genuine(() => 0.1),
        impostors,
        [1e-3],
        population,
      ),
      [{ low: 0, high: 0 }],
    );
  });

  it('are those of a binomial where half of the people match', () => {
    const halves = genuine((identity) => (identity % 2 === 0 ? 0.9 : 0.1));
    const [{ low, high } = { low: 0, high: 0 }] = tarIntervals(halves, impostors, [1e-3], population);
    // 0.5 ± 1.96 · √(0.25 / 200)
    assert.ok(Math.abs(low - 0.431) < 0.015 && Math.abs(high - 0.569) < 0.015, `${low} ${high}`);
  });

  it('hold what is uncertain about the threshold', () => {
    // Right at the threshold that all together give: 40 of 39,800 comparisons match at 1e-3.
    const near = genuine((identity) => (identity % 2 === 0 ? 0.3605 : 0.3595));
    const [{ low, high } = { low: 0, high: 0 }] = tarIntervals(near, impostors, [1e-3], population);
    assert.deepEqual([low, high], [0, 1]);
  });
});
