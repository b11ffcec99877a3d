/**
 * `npm run infra:install`: the packages of infra/, which are large and which nobody needs to run Presente. Plain TypeScript
 * for Node's own type stripping; the test command calls it, too.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

const changed = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs what infra/'s lock file says, unless that has been done. @throws when npm can't */
export function installInfra(root: string): void {
  const infra = path.join(root, 'infra');
  const installed = changed(path.join(infra, 'node_modules/.package-lock.json'));
  const wanted = Math.max(...['package.json', 'package-lock.json'].map((name) => changed(path.join(infra, name))));
  if (installed > wanted) return;
  process.stdout.write('Installing the packages of infra/ …\n');
  const { status } = spawnSync('npm', ['install', '--prefix', infra, '--loglevel', 'error'], {
    cwd: infra,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('npm could not install the packages of infra/');
}

if (import.meta.main) installInfra(path.resolve(import.meta.dirname, '..'));
