import { execFile } from 'node:child_process';
import path from 'node:path';
import { nodeFlags } from '../../scripts/support/node-flags.js';

export interface Ran {
  readonly code: number;
  /** Both streams. */
  readonly output: string;
}

/** Runs a command of `scripts/` as npm does, with these settings and no others. @param name such as `erasure/main` */
export function runScript(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const program = path.resolve(import.meta.dirname, '../../scripts', `${name}.js`);
  const options = { env: { PATH: process.env['PATH'], ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, [...nodeFlags, program, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), output: stdout + stderr });
    });
  });
}
