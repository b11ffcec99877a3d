import assert from 'node:assert/strict';
import { it } from 'node:test';
import { TopScores } from './top-scores.js';

const keep = (capacity: number, scores: Iterable<number>): number[] => {
  const top = new TopScores(capacity);
  for (const score of scores) top.add(score);
  return [...top.descending()];
};

const cases: [name: string, capacity: number, scores: number[], kept: number[]][] = [
  ['fewer than asked for', 4, [0.5, -0.25, 0.75], [0.75, 0.5, -0.25]],
  ['just as many', 3, [0.5, -0.25, 0.75], [0.75, 0.5, -0.25]],
  ['more than the buffer holds, rising', 2, [1, 2, 3, 4, 5, 6, 7], [7, 6]],
  ['more than the buffer holds, falling', 2, [7, 6, 5, 4, 3, 2, 1], [7, 6]],
  ['equal scores', 3, [1, 1, 1, 1, 1, 1, 1, 2], [2, 1, 1]],
  ['none', 3, [], []],
];
for (const [name, capacity, scores, kept] of cases) {
  it(`keeps the highest: ${name}`, () => {
    assert.deepEqual(keep(capacity, scores), kept);
  });
}

it('keeps the same as sorting all of 100,000', () => {
  // 7919 is prime to 100,003: each residue once, in a scattered order
  const scattered = Array.from({ length: 100_003 }, (_, index) => (index * 7919) % 100_003);
  assert.deepEqual(
    keep(1000, scattered),
    Array.from({ length: 1000 }, (_, index) => 100_002 - index),
  );
});
