import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from '../../src/config/paths.js';
import { launch } from './launch.js';
import { presentePrograms } from './programs.js';
import { givenSettings } from './settings.js';
import { type StartedStack } from './stack.js';

/** Where Vite serves the pages. */
const ORIGIN = 'http://localhost:5173';

/** Vite beside the stack: it draws a page anew as soon as its source changes, and hands to the API what is the API's. */
async function serveSources({ apiUrl }: StartedStack, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return;
  process.stdout.write(`The pages, drawn anew with each change of web/src: ${ORIGIN}/\n`);
  const program = [fromRoot('node_modules/vite/bin/vite.js'), '--config', fromRoot('web/vite.config.ts')];
  const vite = spawn(process.execPath, program, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PRESENTE_API: apiUrl },
  });
  stopped.addEventListener('abort', () => vite.kill());
  await once(vite, 'exit');
}

// Passkeys are for the origins that are named.
const given = { PASSKEY_ORIGINS: `http://localhost:3000,${ORIGIN}`, ...givenSettings() };
await launch(fromRoot('.data'), presentePrograms, given, serveSources);
