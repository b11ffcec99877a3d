import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { endProcess } from './processes.js';
import { findExecutable } from './executables.js';
import { OperatorError } from './operator-error.js';
import { onFreePort, PortTakenError } from './ports.js';
import { makeScratch, noteServer, removeScratch } from './scratch.js';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Freezes the server: to its clients, a Redis that hangs. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

/** Nothing on disk, and nothing dropped when memory is short. */
const settings = {
  '--bind': '127.0.0.1',
  '--save': '',
  '--appendonly': 'no',
  '--maxmemory-policy': 'noeviction',
};

/** Starts a fresh `redis-server` of our own, on a free loopback port unless one is given. @throws OperatorError */
export async function startRedis({ port }: { readonly port?: number } = {}): Promise<RedisServer> {
  return port === undefined ? onFreePort(undefined, startOn) : startOn(port);
}

async function startOn(port: number): Promise<RedisServer> {
  const program = findExecutable('redis-server');
  if (program === undefined) {
    throw new OperatorError(
      'There is no redis-server on the PATH (Debian: apt-get install redis-server; macOS: brew install redis).',
    );
  }
  const scratch = await makeScratch('redis');
  const args = Object.entries({ ...settings, '--port': String(port), '--dir': scratch }).flat();
  const child = spawn(program, args, { cwd: scratch, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  const pid = Number(child.pid);
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGCONT');
    await endProcess(pid, ['SIGTERM', 'SIGKILL'], 5_000);
    await ended;
    await removeScratch(scratch);
  };
  try {
    await untilReady(child);
    await noteServer(scratch, pid);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    stop,
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('redis-server was started without a pipe to read');
  let taken = false;
  for await (const line of createInterface(child.stdout)) {
    if (line.includes('Ready to accept connections')) return void child.stdout.resume();
    taken ||= line.includes('Address already in use');
  }
  throw new (taken ? PortTakenError : OperatorError)('redis-server ended before it was ready.');
}
