import { globSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../src/config/paths.js';

export interface TestArguments {
  /** Built spec files to run; those of infra/ are not built, Node strips their types. */
  readonly files: readonly string[];
  /** Some of them are of infra/, whose packages are its own. */
  readonly infra: boolean;
  /** Only tests whose names match. */
  readonly grep: string | undefined;
  /** Nothing was asked for in particular. */
  readonly everything: boolean;
}

const isInfra = (file: string): boolean => file.startsWith(`infra${path.sep}`);

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
  const sources = globSync('{src,scripts,test,infra/test}/**/*.spec.ts', { cwd: projectRoot }).toSorted();
  const chosen =
    positionals.length === 0 ? sources : sources.filter((file) => positionals.some((part) => file.includes(part)));
  return {
    files: chosen.map((file) =>
      isInfra(file) ? path.join(projectRoot, file) : path.join(built, file.replace(/\.ts$/, '.js')),
    ),
    infra: chosen.some(isInfra),
    grep: values.grep,
    everything: positionals.length === 0 && values.grep === undefined,
  };
}
