import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Plugin, type Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** What the page needs besides what its modules name. */
const ICON = 'icon.svg';
/** Where the worker has its list. */
const PLACE = '__PASS_SHELL__';

interface Entry {
  readonly url: string;
  /** Null where the name bears the hash of the contents. */
  readonly revision: string | null;
}

/** The worker of the pass, by a name that does not change: browsers know a worker by its address. */
export const PASS_WORKER = 'pass-worker';

/**
 * Tells the worker of the pass which files the page consists of: those of the pass alone, although the other surfaces are
 * built with it.
 */
export const passShell = (publicDir: string): Plugin => ({
  name: 'presente-pass-shell',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle[`${PASS_WORKER}.js`];
      const page = bundle['pass/index.html'];
      if (worker?.type !== 'chunk' || page?.type !== 'asset') this.error('The pass has no worker or no page.');
      if (worker.imports.length > 0 || !worker.code.includes(PLACE)) this.error('The worker does not stand alone.');
      const entries: Entry[] = [
        { url: '/pass', revision: hashOf(page.source) },
        { url: `/${ICON}`, revision: hashOf(readFileSync(path.join(publicDir, ICON))) },
        ...[...filesOf(bundle)].map((name) => ({ url: `/${name}`, revision: null })),
      ];
      worker.code = worker.code.replace(PLACE, JSON.stringify(entries));
    },
  },
});

/** Of the page's entry: its modules and styles, those that come later too. */
function filesOf(bundle: Bundle): Set<string> {
  const chunks = Object.values(bundle).filter((output): output is Chunk => output.type === 'chunk');
  const entry = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/pass/index.html'));
  const files = new Set<string>();
  const add = (chunk: Chunk | undefined): void => {
    if (chunk === undefined || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
    for (const name of [...chunk.imports, ...chunk.dynamicImports])
      add(chunks.find(({ fileName }) => fileName === name));
  };
  add(entry);
  return files;
}

const hashOf = (contents: string | Uint8Array): string =>
  createHash('sha256').update(contents).digest('hex').slice(0, 16);
