import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { climb } from './climb.js';
import { coveredBy, coverOf, greedyCover, type Target } from './cover.js';
import { masterFaces } from './report.js';
import { bestEmbeddings, bestPictures } from './search.js';

const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
/** On the circle of the first two of three dimensions. */
const at = (degrees: number): Float32Array => Float32Array.of(cosine(degrees), cosine(90 - degrees), 0);
const target = (identity: number, degrees: number): Target => ({ identity, embedding: at(degrees) });

describe('greedy cover', () => {
  const cases: [name: string, sets: number[][], count: number, taken: number[]][] = [
    ['takes the largest first, then what adds most', [[1, 2], [1, 2, 3], [3, 4], [5]], 2, [1, 2]],
    ['leaves out what adds nothing', [[1], [1]], 2, [0]],
    ['is nothing of nothing', [[], []], 3, []],
  ];
  for (const [name, sets, count, taken] of cases) {
    it(name, () => {
      assert.deepEqual(greedyCover(sets, count), taken);
    });
  }
});

describe('a face that passes for others', () => {
  const targets = [target(0, 0), target(1, 20), target(2, 40), target(3, 90)];

  it('passes for whom it is like enough, but is no master of its own template', () => {
    assert.deepEqual(coveredBy({ identity: undefined, embedding: at(20) }, targets, cosine(25)), [0, 1, 2]);
    assert.deepEqual(coveredBy({ identity: 1, embedding: at(20) }, targets, cosine(25)), [0, 2]);
  });

  it('counts people once, however many faces pass for them', () => {
    const faces = [5, 15].map((degrees) => ({ identity: undefined, embedding: at(degrees) }));
    assert.equal(coverOf(faces, targets, cosine(26)), 3);
  });

  it('is found among pictures', () => {
    const pictures = [0, 20, 90].map((degrees) => ({ identity: undefined, embedding: at(degrees) }));
    assert.deepEqual(bestPictures(pictures, targets, cosine(25), 2), [pictures[1], pictures[2]]);
  });
});

describe('climbing', () => {
  it('finds the place between two that no picture shows', () => {
    const two = [at(0), at(40)];
    const between = climb(at(0), two, cosine(22));
    assert.ok(
      two.every(
        (embedding) =>
          coveredBy({ identity: undefined, embedding: between }, [{ identity: 0, embedding }], cosine(22)).length === 1,
      ),
    );
  });

  it('goes on with those that are left', () => {
    const people = [target(0, 0), target(1, 40), target(2, 170), target(3, 210)];
    const pictures = people.map(({ identity, embedding }) => ({ identity, embedding }));
    const found = bestEmbeddings(pictures, people, cosine(22), 5);
    assert.equal(found.length, 2);
    assert.equal(coverOf(found, people, cosine(22)), 4);
  });
});

it('masters of one half are tried on the other', () => {
  const searched = [target(0, 0), target(2, 10), target(4, 180)];
  const others = [target(1, 5), target(3, 90), target(5, 270), target(7, 135)];
  const candidates = searched.map(({ identity, embedding }) => ({ identity, embedding }));
  const found = masterFaces({ searched, others, candidates }, cosine(12), 1);
  assert.deepEqual(found.identities, { searched: 3, others: 4 });
  // A picture at 0° or 10° passes for the other of the two, and for the stranger at 5°.
  assert.deepEqual(found.pictures, { searched: 1 / 3, others: 1 / 4 });
  assert.deepEqual(found.embeddings, { searched: 2 / 3, others: 1 / 4 });
  // Two of three pictures pass for one of four, the third for none.
  assert.ok(Math.abs(found.random.mean - 1 / 6) < 0.03);
  assert.equal(found.random.high, 1 / 4);
});
