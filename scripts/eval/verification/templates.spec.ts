import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everyEnrolment, splitByEnrolment, templateRows } from './templates.js';

/** Images of identity 0, 1, … as many as told. */
const imagesOf = (...counts: number[]) =>
  counts.flatMap((count, identity) =>
    Array.from({ length: count }, (_, index) => ({ file: `${identity}/${index}`, identity })),
  );

describe('the first N images as a template', () => {
  const cases: [name: string, counts: number[], photos: number, enrolments: number[][], probes: number[]][] = [
    ['one, the rest are probes', [3, 2], 1, [[0], [3]], [1, 2, 4]],
    ['two, of whoever has three', [3, 2], 2, [[0, 1]], [2, 3, 4]],
    ['people with too few are probes only', [1, 4], 3, [[1, 2, 3]], [0, 4]],
    ['more than anybody has', [2, 1], 2, [], [0, 1, 2]],
  ];
  for (const [name, counts, photos, enrolments, probes] of cases) {
    it(name, () => {
      const split = splitByEnrolment(imagesOf(...counts), photos);
      assert.deepEqual(
        split.enrolments.map((enrolment) => enrolment.photos),
        enrolments,
      );
      assert.deepEqual(split.probes, probes);
    });
  }
});

describe('every N images in a row as a template', () => {
  const cases: [name: string, counts: number[], photos: number, expected: number[][]][] = [
    ['single images', [2, 1], 1, [[0], [1], [2]]],
    [
      'around and around',
      [4],
      3,
      [
        [0, 1, 2],
        [1, 2, 3],
        [2, 3, 0],
        [3, 0, 1],
      ],
    ],
    ['once where there are just as many', [3], 3, [[0, 1, 2]]],
    ['nobody has so many', [2], 3, []],
  ];
  for (const [name, counts, photos, expected] of cases) {
    it(name, () => {
      assert.deepEqual(
        everyEnrolment(imagesOf(...counts), photos).map((enrolment) => enrolment.photos),
        expected,
      );
    });
  }
});

it('templates are fused of photos and mirror pictures; photos without a face are left out, templates without any too', () => {
  const photo = (x: number, y: number) => ({ embedding: Float32Array.of(x, y) });
  const rows = templateRows(
    [
      { identity: 0, photos: [0, 1] },
      { identity: 1, photos: [2] },
      { identity: 2, photos: [3, 2] },
    ],
    [photo(1, 0), { ...photo(0, 1), mirrored: Float32Array.of(1, 0) }, undefined, photo(0, 1)],
  );
  assert.deepEqual([...rows.identities], [0, 2]);
  const [x = 0, y = 0] = rows.values;
  assert.ok(Math.abs(x - 2 / Math.sqrt(5)) < 1e-6 && Math.abs(y - 1 / Math.sqrt(5)) < 1e-6);
  assert.deepEqual([...rows.values.subarray(rows.dimensions, rows.dimensions + 2)], [0, 1]);
});
