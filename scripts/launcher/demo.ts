import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { exitWith, OperatorError } from '../support/operator-error.js';
import { makeScratch, removeScratch, sweepScratch } from '../support/scratch.js';
import { nodeFlags } from '../support/node-flags.js';
import { presentePrograms } from './programs.js';
import { withStack } from './run-stack.js';
import { givenSettings, type Settings } from './settings.js';

const client = path.resolve(import.meta.dirname, '../demo/main.js');

/** Runs the demo client to its end. @returns its exit code */
async function runClient(args: readonly string[], settings: Settings, signal?: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, [...nodeFlags, client, ...args], { stdio: 'inherit', env: settings });
  signal?.addEventListener('abort', () => child.kill());
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

/** With everything embedded, on free ports, in a folder that is gone afterwards: the person's own data are not touched. */
async function runEmbedded(args: readonly string[]): Promise<number> {
  await sweepScratch();
  const dataDir = await makeScratch('demo');
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...own } = givenSettings();
  const given = { ...own, HOST: '127.0.0.1', PORT: '0', WORKER_PORT: '0' };
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  report('Starting PostgreSQL, the API and the worker for the demo …');
  const code = await withStack(
    { dataDir, given, programs: presentePrograms, report },
    ({ apiUrl, firstAdmin }, stopped) => {
      if (firstAdmin === undefined) throw new OperatorError('The demo got no administrator to sign in with.');
      const signIn = { PRESENTE_DEMO_EMAIL: firstAdmin.email, PRESENTE_DEMO_PASSWORD: firstAdmin.password };
      return runClient(['--url', apiUrl, ...args], { ...own, ...signIn }, stopped);
    },
  );
  // Not when it failed: then the logs are worth a look, until the next run sweeps them.
  await removeScratch(dataDir);
  return code ?? 130;
}

try {
  const args = process.argv.slice(2);
  const elsewhere = args.some((arg) => arg === '--url' || arg.startsWith('--url='));
  process.exitCode = elsewhere ? await runClient(args, givenSettings()) : await runEmbedded(args);
} catch (error) {
  exitWith(error);
}
