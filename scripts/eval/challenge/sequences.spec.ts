import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { OperatorError } from '../../support/operator-error.js';
import { readSequence, sequencePaths } from './sequences.js';

describe('the sequences of a folder', () => {
  let dir: string;
  let film: Buffer;

  before(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'presente-sequences-'));
    const create = { width: 64, height: 64, channels: 3, background: 'teal' } as const;
    film = await sharp({ create }).jpeg().toBuffer();
  });
  after(() => rm(dir, { recursive: true }));

  const put = async (name: string, content: string | Buffer) => {
    const file = path.join(dir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  const complaintOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof OperatorError ? error.message : String(error)),
    );

  it('are its folders of pictures, at any depth, and its films; frames count by number', async () => {
    for (const frame of [10, 9, 1]) await put(`good/b/frame-${frame}.jpg`, `picture ${frame}`);
    await put('good/a/deep/1.png', 'a picture');
    await put('good/a/deep/notes.txt', 'no picture');
    await put('good/c.mjpeg', Buffer.concat([film, film]));
    await put('good/b/challenge.json', '{ "steps": ["LOOK_LEFT"], "times": [0, 400, 900] }');
    const folder = path.join(dir, 'good');
    const sequences = await Promise.all((await sequencePaths(folder)).map((file) => readSequence(folder, file)));
    assert.deepEqual(
      sequences.map(({ name, frames }) => [name, frames.length]),
      [
        ['a/deep', 1],
        ['b', 3],
        ['c.mjpeg', 2],
      ],
    );
    assert.deepEqual(
      sequences[1]?.frames.map((frame) => Buffer.from(frame).toString()),
      ['picture 1', 'picture 9', 'picture 10'],
    );
    assert.deepEqual(sequences[1].sidecar, { steps: ['LOOK_LEFT'], times: [0, 400, 900] });
  });

  it('are complained about in a sentence when there are none, or when one is empty or wrongly described', async () => {
    await mkdir(path.join(dir, 'nothing'));
    assert.match(await complaintOf(sequencePaths(path.join(dir, 'nothing'))), /holds no sequence/);
    assert.match(await complaintOf(sequencePaths(path.join(dir, 'nowhere'))), /is not there/);
    await put('half/one/1.jpg', 'a picture');
    await mkdir(path.join(dir, 'half/two'));
    assert.match(await complaintOf(sequencePaths(path.join(dir, 'half'))), /two holds no frames/);
    await put('empty/film.mjpeg', 'no JPEG');
    assert.match(
      await complaintOf(readSequence(path.join(dir, 'empty'), path.join(dir, 'empty/film.mjpeg'))),
      /holds no frames/,
    );
    for (const [sidecar, complaint] of [
      ['{', /no JSON/],
      ['{ "steps": ["JUMP"] }', /steps/],
      ['{ "times": [0, 1] }', /2 times for 1 frames/],
    ] as const) {
      await put('half/one/challenge.json', sidecar);
      const read = readSequence(path.join(dir, 'half'), path.join(dir, 'half/one'));
      assert.match(await complaintOf(read), complaint);
    }
  });
});
