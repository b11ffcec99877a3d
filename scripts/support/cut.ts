import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** One text in one compiled module that makes up a defence, and what stands in its place when it is switched off. */
export interface Cut {
  /** As under `dist/`, or a path in `node_modules`. */
  readonly module: string;
  readonly find: string;
  readonly put: string;
}

const HOOK = pathToFileURL(path.join(import.meta.dirname, 'weaken.js')).href;

/** Settings of a process with which `weaken.ts` makes these cuts while the process loads its modules. */
export const cutting = (cuts: readonly Cut[]): Record<string, string> => ({
  NODE_OPTIONS: `--import=${HOOK}`,
  WEAKENED: JSON.stringify(cuts),
});
