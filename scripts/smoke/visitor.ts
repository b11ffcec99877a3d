import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { nodeFlags } from '../support/node-flags.js';
import { type Door } from './door.js';

/** Longer than the demo takes on a machine that is busy with other things. */
const DEMO_MILLISECONDS = 600_000;

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

const ASK = `
  const [url] = process.argv.slice(1);
  const [page, figures] = await Promise.all([fetch(url + '/kiosk'), fetch(url + '/metrics')]);
  console.log(page.status, page.headers.get('content-type'), figures.status);`;

/** Node reads authorities when it starts: so whoever is to trust the door's is a process of its own. */
const trusting = ({ authority }: Door) => ({ ...process.env, NODE_EXTRA_CA_CERTS: authority });

/** How the door answers for a page, and for figures. */
export async function askThrough(door: Door): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', ASK, door.httpsUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: trusting(door),
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  await once(child, 'close');
  return text.trim();
}

/** @returns the exit code of `npm run demo -- --url https://…` */
export async function demoThrough(door: Door, { email, password }: SignIn): Promise<number | null> {
  const program = path.resolve(import.meta.dirname, '../demo/main.js');
  const child = spawn(process.execPath, [...nodeFlags, program, '--url', door.httpsUrl], {
    stdio: 'inherit',
    timeout: DEMO_MILLISECONDS,
    env: { ...trusting(door), PRESENTE_DEMO_EMAIL: email, PRESENTE_DEMO_PASSWORD: password },
  });
  return ((await once(child, 'exit')) as [number | null])[0];
}

/** What somebody gets who knows nothing of the door's authority. */
export const strangerAt = ({ httpsUrl }: Door): Promise<string> =>
  fetch(httpsUrl).then(
    ({ status }) => String(status),
    (error: unknown) => (error as { cause?: { code?: string } }).cause?.code ?? String(error),
  );
