import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { OperatorError } from '../../support/operator-error.js';
import { labelledSet } from './labelled-set.js';
import { type ListedPair } from './pairs-file.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'presente-set-'));
for (const file of ['Ann/1.jpg', 'Ann/2.png', 'Bob/1.jpg', 'more/Ann/3.jpg', 'loose.jpg']) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), '');
}
after(() => {
  rmSync(folder, { recursive: true });
});

const pair = (same: boolean, a: string, b: string): ListedPair => ({ fold: 3, same, a, b });

describe('a labelled set', () => {
  it('takes the person from the folder and lists each image once, however it was written', () => {
    const set = labelledSet([pair(true, 'Ann/1.jpg', 'Ann/2'), pair(false, './Ann/1', 'Bob/1.jpg')], folder);
    assert.deepEqual(
      set.images.map(({ file, identity }) => [path.relative(folder, file), identity]),
      [
        [path.join('Ann', '1.jpg'), 0],
        [path.join('Ann', '2.png'), 0],
        [path.join('Bob', '1.jpg'), 1],
      ],
    );
    assert.deepEqual(set.pairs, [
      { fold: 3, same: true, a: 0, b: 1 },
      { fold: 3, same: false, a: 0, b: 2 },
    ]);
    assert.equal(set.identities, 2);
    assert.equal(set.labelConflicts, 0);
  });

  it('keeps images of one person together, wherever their folders lie', () => {
    const set = labelledSet([pair(false, 'Ann/1', 'Bob/1'), pair(true, 'Ann/1', 'more/Ann/3')], folder);
    assert.deepEqual(
      set.images.map(({ identity }) => identity),
      [0, 0, 1],
    );
  });

  it('counts labels that the folders contradict', () => {
    assert.equal(labelledSet([pair(false, 'Ann/1', 'Ann/2'), pair(true, 'Ann/1', 'Bob/1')], folder).labelConflicts, 2);
  });

  const refused: [name: string, list: ListedPair[], folder: string, message: RegExp][] = [
    [
      'missing files, naming the first and the count',
      [pair(true, 'Ann/1', 'Ann/9.jpg'), pair(false, 'Eve/1.jpg', 'Bob/1')],
      folder,
      /^2 of the 4 images .* the first is Ann\/9\.jpg\.$/,
    ],
    ['a folder in place of an image', [pair(true, 'Ann/1', 'Ann')], folder, /^1 of the 2 images .* Ann\.$/],
    [
      'an image without a folder, whose person is unknown',
      [pair(false, 'Ann/1', 'loose.jpg')],
      folder,
      /loose\.jpg lies in no folder/,
    ],
    ['a missing folder', [pair(true, 'Ann/1', 'Ann/2')], path.join(folder, 'none'), /none is not there/],
  ];
  for (const [name, list, where, message] of refused) {
    it(`refuses ${name}`, () => {
      assert.throws(
        () => labelledSet(list, where),
        (error) => error instanceof OperatorError && message.test(error.message),
      );
    });
  }
});
