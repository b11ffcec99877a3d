import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { failure, type Finding, ok } from '../finding.js';

interface ModelFile {
  readonly name: string;
  readonly sha256: string;
}

const fix = 'Run "npm install" again: it fetches the models and checks them.';

/** @param manifest of the pack in use @param folder where its files should be */
export async function checkModels(manifest: string, folder: string): Promise<Finding[]> {
  if (!existsSync(manifest))
    return [failure(`there is no pack ${manifest}`, 'Set FACE_PACK to the name of a folder in packs/.')];
  const files = modelFiles(JSON.parse(await readFile(manifest, 'utf8')));
  const findings = await Promise.all(files.map((file) => checkFile(path.join(folder, file.name), file.sha256)));
  const problems = findings.filter((finding) => finding !== undefined);
  return problems.length > 0 ? problems : [ok(`${files.length} files, each with the SHA-256 of its manifest`)];
}

/** Every file that the manifest names, in whatever stage. */
function modelFiles(part: unknown): ModelFile[] {
  if (typeof part !== 'object' || part === null) return [];
  return isModelFile(part) ? [part] : Object.values(part).flatMap(modelFiles);
}

function isModelFile(part: object): part is ModelFile {
  return 'name' in part && typeof part.name === 'string' && 'sha256' in part && typeof part.sha256 === 'string';
}

async function checkFile(file: string, sha256: string): Promise<Finding | undefined> {
  if (!existsSync(file)) return failure(`${file} is missing`, fix);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex') === sha256
    ? undefined
    : failure(`${file} is not the file that its manifest names`, `Delete it. ${fix}`);
}
