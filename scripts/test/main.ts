// Node runs this file as it is (its types are stripped): the tests' own code has to be compiled first.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../..');
// A spec whose source is gone must not run any more.
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const run = (...command: string[]): boolean =>
  spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0;

const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const pages = ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];
if (run(path.join(root, 'scripts/build.ts')) && run(vite, ...pages)) {
  await import(pathToFileURL(path.join(root, 'dist/scripts/test/suite.js')).href);
} else {
  process.stdout.write('\nThe build failed, so no test could run.\n\n0 passed, 1 failed\n');
  process.exitCode = 1;
}
