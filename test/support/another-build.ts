import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const TEXTS = ['.js', '.css', '.html'];
const COMPRESSED = ['.br', '.gz'];

/**
 * Copies built pages as the next build would be: every file that bears the hash of its contents bears another, wherever it is
 * named, and the worker of the pass has another list. To build them again would take longer than all that is looked at.
 */
export async function anotherBuild(built: string, target: string): Promise<void> {
  await cp(built, target, {
    recursive: true,
    filter: (source) => !COMPRESSED.includes(path.extname(source)),
  });
  const assets = await readdir(path.join(target, 'assets'));
  const renamed = new Map(assets.map((name) => [name, name.replace(/(?=\.\w+$)/, 'next')]));
  const pageBefore = await hashOf(path.join(target, 'pass/index.html'));
  for (const file of await readdir(target, { recursive: true })) {
    if (TEXTS.includes(path.extname(file))) await rewrite(path.join(target, file), renamed);
  }
  for (const [before, after] of renamed)
    await rename(path.join(target, 'assets', before), path.join(target, 'assets', after));
  const page = await hashOf(path.join(target, 'pass/index.html'));
  await rewrite(path.join(target, 'pass-worker.js'), new Map([[pageBefore, page]]));
}

async function rewrite(file: string, words: ReadonlyMap<string, string>): Promise<void> {
  let text = await readFile(file, 'utf8');
  for (const [before, after] of words) text = text.replaceAll(before, after);
  await writeFile(file, text);
}

/** As web/plugins/pass-shell.ts makes it. */
const hashOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 16);
