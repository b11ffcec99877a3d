import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { OperatorError } from '../../support/operator-error.js';
import { presentationsIn } from './presentations.js';

describe('presentations in a folder', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'presente-pad-'));
    await mkdir(path.join(folder, 'phones/one'), { recursive: true });
    await mkdir(path.join(folder, 'empty'));
    for (const name of ['b.jpg', 'a.PNG', 'notes.txt', 'phones/c.webp', 'phones/one/2.jpeg', 'phones/one/1.jpeg'])
      await writeFile(path.join(folder, name), '');
  });
  after(() => rm(folder, { recursive: true }));

  const shown = async (together: boolean) =>
    (await presentationsIn(folder, together)).map(({ group, files }) => [
      group === path.basename(folder) ? 'here' : group,
      ...files.map((file) => path.relative(folder, file)),
    ]);

  it('is each image alone, in sub-folders or not', async () => {
    assert.deepEqual(await shown(false), [
      ['here', 'a.PNG'],
      ['here', 'b.jpg'],
      ['phones', 'phones/c.webp'],
      ['phones', 'phones/one/1.jpeg'],
      ['phones', 'phones/one/2.jpeg'],
    ]);
  });

  it('is the frames of each folder, together', async () => {
    assert.deepEqual(await shown(true), [
      ['here', 'a.PNG', 'b.jpg'],
      ['phones', 'phones/c.webp'],
      ['phones', 'phones/one/1.jpeg', 'phones/one/2.jpeg'],
    ]);
  });

  it('wants a folder with images', async () => {
    await assert.rejects(presentationsIn(path.join(folder, 'empty'), false), OperatorError);
    await assert.rejects(presentationsIn(path.join(folder, 'nowhere'), false), OperatorError);
  });
});
