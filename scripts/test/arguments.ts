import { globSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../src/config/paths.js';

export interface TestArguments {
  /** Built spec files to run. */
  readonly files: readonly string[];
  /** Only tests whose names match. */
  readonly grep: string | undefined;
  /** Nothing was asked for in particular. */
  readonly everything: boolean;
}

/**
 * `npm test -- [part of a path …] [--grep PATTERN]`. The list is made from the sources, so that a spec whose source is
 * gone is not run for what the compiler once left of it.
 */
export function testArguments(args: readonly string[], built: string): TestArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { grep: { type: 'string' } },
  });
  const sources = globSync('{src,scripts,test}/**/*.spec.ts', { cwd: projectRoot }).toSorted();
  const chosen =
    positionals.length === 0 ? sources : sources.filter((file) => positionals.some((part) => file.includes(part)));
  return {
    files: chosen.map((file) => path.join(built, file.replace(/\.ts$/, '.js'))),
    grep: values.grep,
    everything: positionals.length === 0 && values.grep === undefined,
  };
}
