/** `npm run build`, and what `npm test` does first: plain TypeScript for Node's own type stripping, no import of ours. */
import { spawnSync } from 'node:child_process';
import { glob } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** @returns whether the program had nothing to say against it */
function run(program: string, ...args: string[]): boolean {
  const command = [path.join(root, 'node_modules', program), ...args];
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** The kernels in WebAssembly, each where its source would be, compiled. */
async function buildKernels(): Promise<boolean> {
  for await (const source of glob('src/**/assembly/*.ts', { cwd: root })) {
    const target = path.join('dist', source.replace(/\.ts$/, '.wasm'));
    const options = ['--outFile', target, '-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];
    if (!run('assemblyscript/bin/asc.js', source, ...options)) return false;
  }
  return true;
}

const built = run('typescript/bin/tsc', '-p', 'tsconfig.json') && (await buildKernels());
if (!built) process.exitCode = 1;
