import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fromRoot, projectRoot } from '../../src/config/paths.js';

const manifest = z.object({ scripts: z.object({ check: z.string() }) });

/** The links of package.json's `check`, which is a chain of commands. */
function checks(): string[] {
  return manifest.parse(JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'))).scripts.check.split(' && ');
}

/** Runs what `npm run check` runs, each whether or not one before it failed. @returns how many passed and failed */
export function runStaticChecks(): { passed: number; failed: number } {
  const failed = checks().filter((command) => {
    const { status } = spawnSync(command, { cwd: projectRoot, shell: true, stdio: 'inherit' });
    process.stdout.write(`${status === 0 ? '✔' : '✖'} ${command}\n`);
    return status !== 0;
  });
  return { passed: checks().length - failed.length, failed: failed.length };
}
