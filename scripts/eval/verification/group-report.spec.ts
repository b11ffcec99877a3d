import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type FaceAnalysis } from '../../../src/platform/face/face-engine.js';
import { groupReport, readableGroupReport } from './group-report.js';
import { parseGroups } from './groups-file.js';

/** Ten people of two images each, p0/a, p0/b, p1/a, … */
const PEOPLE = 10;
const images = Array.from({ length: 2 * PEOPLE }, (_, index) => ({
  file: path.resolve('/set', `p${Math.floor(index / 2)}`, index % 2 === 0 ? 'a.jpg' : 'b.jpg'),
  identity: Math.floor(index / 2),
}));
const set = { images, identities: PEOPLE, pairs: [], labelConflicts: 0 };

describe('a list of groups', () => {
  const cases: [name: string, csv: string, expected: Record<string, number[]>][] = [
    ['of people: all of their images', 'person,group\np0,left\np2,right\n', { left: [0, 1], right: [4, 5] }],
    ['of images', 'group,image\nglasses,p1/b.jpg\n', { glasses: [3] }],
    ['an image in two groups', 'image,group\np1/b.jpg,x\np1/b.jpg,y\n', { x: [3], y: [3] }],
    ['others than those of the set are passed over', 'person,group\nnobody,left\np0,left\n', { left: [0, 1] }],
  ];
  for (const [name, csv, expected] of cases) {
    it(name, () => {
      const groups = [...parseGroups(csv, '/set', set)].map(([group, positions]) => [group, [...positions]] as const);
      assert.deepEqual(Object.fromEntries(groups), expected);
    });
  }

  const refused: [name: string, csv: string, why: RegExp][] = [
    ['without a group', 'person\np0\n', /needs the columns group and either image or person/],
    ['with an empty name', 'person,group\n,left\n', /is empty\s+→ at \[0\]\.person/],
    ['of none of the set', 'person,group\nnobody,left\n', /none of its images or people/],
  ];
  for (const [name, csv, why] of refused) {
    it(`is refused ${name}`, () => {
      assert.throws(() => parseGroups(csv, '/set', set), why);
    });
  }
});

describe('errors by group', () => {
  const at = (degrees: number): FaceAnalysis =>
    ({
      embedding: Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)),
    }) as FaceAnalysis;
  const THRESHOLD = Math.cos((10 * Math.PI) / 180);
  // The first five are 40° apart and each like their template but for one; the others are 12° apart, and their probes
  // 4° nearer to the next: 8°, a match with it.
  const faces = images.map(({ identity }, index) => {
    const probe = index % 2 === 1;
    if (identity < 5) return at(40 * identity + (probe && identity === 0 ? 20 : 0));
    return at(200 + 12 * (identity - 5) + (probe ? 4 : 0));
  });
  const groups = parseGroups(
    ['person,group', ...images.map(({ identity }) => `p${identity},${identity < 5 ? 'apart' : 'alike'}`)].join('\n'),
    '/set',
    set,
  );
  const report = groupReport(set, 1, faces, groups, THRESHOLD);

  it('are counted within the group', () => {
    assert.deepEqual(
      report.groups.map(({ group, people, fnmr, fmr }) => [group, people, fnmr.rate, fnmr.n, fmr.rate, fmr.n]),
      [
        ['apart', 5, 1 / 5, 5, 0, 20],
        ['alike', 5, 0, 5, 4 / 20, 20],
      ],
    );
  });

  it('have bounds that stay open where no error was seen', () => {
    const [apart, alike] = report.groups;
    // Wilson, by hand: z² / (n + z²) of 20 and of 5
    assert.ok(Math.abs(apart!.fmr.bounds!.high - 0.1611) < 1e-3 && apart!.fmr.bounds!.low === 0);
    assert.ok(Math.abs(alike!.fnmr.bounds!.high - 0.4345) < 1e-3);
    assert.ok(alike!.fmr.bounds!.low < 0.2 && alike!.fmr.bounds!.high > 0.2);
  });

  it('are compared worst to best where both have errors', () => {
    assert.deepEqual(report.worstToBest, { fnmr: null, fmr: null });
    // at 3° four of the first five still match themselves, and none of the others, who are 4° away
    const wider = groupReport(set, 1, faces, groups, Math.cos((3 * Math.PI) / 180));
    assert.deepEqual(
      wider.groups.map(({ fnmr }) => fnmr.rate),
      [1 / 5, 1],
    );
    assert.equal(wider.worstToBest.fnmr, 5);
    assert.match(
      readableGroupReport({ ...wider, fmr: 1e-4, threshold: 0.9 }),
      /worst to best: FNMR 5\.0, FMR not known/,
    );
  });
});
