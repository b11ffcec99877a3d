import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeScratch, removeScratch } from '../../support/scratch.js';
import { checkModels } from './models.js';

describe('checkModels', () => {
  let scratch: string;
  const manifest = () => path.join(scratch, 'manifest.json');
  const found = async () =>
    (await checkModels(manifest(), scratch)).map((finding) => finding.found.replace(`${scratch}/`, ''));

  before(async () => {
    scratch = await makeScratch('doctor-spec');
    const file = (name: string) => ({ name, sha256: createHash('sha256').update(name).digest('hex') });
    await writeFile(
      manifest(),
      JSON.stringify({ id: 'x', stages: { detect: { file: file('a.onnx') }, embed: { file: file('b.onnx') } } }),
    );
    await writeFile(path.join(scratch, 'a.onnx'), 'a.onnx');
    await writeFile(path.join(scratch, 'b.onnx'), 'b.onnx');
  });
  after(() => removeScratch(scratch));

  it('hashes every file that the manifest names', async () => {
    assert.deepEqual(await found(), ['2 files, each with the SHA-256 of its manifest']);
  });

  it('names a file that is another, and one that is missing', async () => {
    await writeFile(path.join(scratch, 'a.onnx'), 'something else');
    await rm(path.join(scratch, 'b.onnx'));
    assert.deepEqual(await found(), ['a.onnx is not the file that its manifest names', 'b.onnx is missing']);
  });

  it('says so when there is no such pack', async () => {
    assert.match((await checkModels('/nowhere/manifest.json', scratch))[0]?.found ?? '', /there is no pack/);
  });
});
