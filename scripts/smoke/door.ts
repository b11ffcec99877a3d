import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromRoot } from '../../src/config/paths.js';
import { endProcess } from '../support/processes.js';
import { OperatorError } from '../support/operator-error.js';
import { freePort } from '../support/ports.js';

export interface Door {
  readonly httpUrl: string;
  readonly httpsUrl: string;
  /** The certificate of the authority that made the door's own, in PEM. */
  readonly authority: string;
  stop(): Promise<void>;
}

const AUTHORITY_MILLISECONDS = 20_000;

/** The proxy of compose, with the same file, before an API of this machine. */
export async function openDoor(scratch: string, apiPort: number): Promise<Door> {
  const ports = { HTTP_PORT: String(await freePort(8_080)), HTTPS_PORT: String(await freePort(8_443)) };
  const folder = path.join(scratch, 'caddy/pki/authorities/local');
  const child = spawn('caddy', ['run', '--config', fromRoot('docker/Caddyfile'), '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: scratch,
      XDG_DATA_HOME: scratch,
      XDG_CONFIG_HOME: scratch,
      ...ports,
      UPSTREAM: `127.0.0.1:${apiPort}`,
      AUTHORITY: folder,
    },
  });
  const log = createWriteStream(path.join(scratch, 'door.log'));
  for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
  const ended = once(child, 'exit');
  const stop = async () => {
    await endProcess(Number(child.pid), ['SIGTERM', 'SIGKILL']);
    await ended;
  };
  const authority = path.join(folder, 'root.crt');
  const deadline = Date.now() + AUTHORITY_MILLISECONDS;
  while (!existsSync(authority) && child.exitCode === null && Date.now() < deadline) await sleep(100);
  if (!existsSync(authority)) {
    await stop();
    throw new OperatorError(`Caddy made no certificate; see ${path.join(scratch, 'door.log')}.`);
  }
  return {
    httpUrl: `http://localhost:${ports.HTTP_PORT}`,
    httpsUrl: `https://localhost:${ports.HTTPS_PORT}`,
    authority,
    stop,
  };
}
