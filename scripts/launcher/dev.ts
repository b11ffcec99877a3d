import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from '../../src/config/paths.js';
import { OperatorError } from '../support/operator-error.js';
import { freePort } from '../support/ports.js';
import { launch } from './launch.js';
import { presentePrograms } from './programs.js';
import { untilReady } from './readiness.js';
import { givenSettings } from './settings.js';
import { type StartedStack } from './stack.js';

const HOST = '127.0.0.1';
/** Vite's own; the next free one where another program has it. */
const FIRST_PORT = 5173;

/**
 * Vite beside the stack: it draws a page anew as soon as its source changes, and hands to the API what is the API's. Its
 * address is told once it answers there.
 */
async function serveSources(port: string, { apiUrl }: StartedStack, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return;
  const program = [fromRoot('node_modules/vite/bin/vite.js'), '--config', fromRoot('web/vite.config.ts')];
  const vite = spawn(process.execPath, [...program, '--host', HOST, '--port', port, '--strictPort'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PRESENTE_API: apiUrl },
  });
  stopped.addEventListener('abort', () => vite.kill());
  const ended = once(vite, 'exit').then(() => {
    if (!stopped.aborted) throw new OperatorError('Vite, which serves the pages, has ended.');
  });
  await Promise.race([ended, untilReady('Vite', `http://${HOST}:${port}/`, stopped)]);
  process.stdout.write(`The pages, drawn anew with each change of web/src: http://localhost:${port}/\n`);
  await ended;
}

const port = String(await freePort(FIRST_PORT, HOST));
// Passkeys are for the origins that are named.
const given = { PASSKEY_ORIGINS: `http://localhost:3000,http://localhost:${port}`, ...givenSettings() };
await launch(fromRoot('.data'), presentePrograms, given, (started, stopped) => serveSources(port, started, stopped));
