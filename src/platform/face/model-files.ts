import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Pack, type PackFile, packFiles } from './pack.js';

/** A model file is missing, or it is not the one that the pack was vetted and calibrated with. */
export class ModelHashMismatchError extends Error {
  constructor(
    readonly file: string,
    readonly expected: string,
    readonly found: string | undefined,
  ) {
    super(
      found === undefined
        ? `The model file ${file} is missing: run "npm run models".`
        : `The model file ${file} is not the one of its pack (SHA-256 ${found}, expected ${expected}): delete it and run "npm run models".`,
    );
    this.name = 'ModelHashMismatchError';
  }
}

/** @param dir holds the pack's files. @throws ModelHashMismatchError for the first that is missing or wrong */
export async function checkModelFiles(pack: Pack, dir: string): Promise<void> {
  for (const file of packFiles(pack)) await check(file, path.join(dir, file.name));
}

async function check({ sha256 }: PackFile, file: string): Promise<void> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  const found = bytes && createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new ModelHashMismatchError(file, sha256, found);
}
