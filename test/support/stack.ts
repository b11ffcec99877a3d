import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeFlags } from '../../scripts/support/node-flags.js';
import { testEnvironment } from './environment.js';

const sourceDir = path.resolve(import.meta.dirname, '../../src');
const READY_MS = 60_000;
/** The environment says port 0: one found free beforehand may be somebody else's by the time that a process listens. */
const tellsPort = ['--import', new URL('./tells-port.js', import.meta.url).href];
const TOLD_PORT = /^listens on port (\d+)$/;
/** A process gives itself 25 s to close in order (lifecycle.ts) and then ends by force; on a busy machine later than that. */
const STOP_MS = 45_000;

/** One running process of Presente, as it ships. */
export interface RunningProcess {
  readonly url: string;
  readonly pid: number;
  /** Every line it has logged. */
  readonly log: string[];
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

export interface Stack {
  readonly environment: Readonly<Record<string, string>>;
  readonly api: RunningProcess;
  /** The newest worker. */
  readonly worker: RunningProcess;
  /** The sign-in of the first administrator. */
  readonly admin: { readonly email: string; readonly password: string };
  startWorker(): Promise<RunningProcess>;
  stop(): Promise<void>;
}

export interface StackOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts an API and a worker, as processes of their own, on a migrated database. */
export async function startStack({ databaseUrl, redisUrl, settings }: StackOptions): Promise<Stack> {
  const environment = { ...testEnvironment(databaseUrl, redisUrl), ...settings };
  const started: RunningProcess[] = [];
  const start = async (program: 'main.api.js' | 'main.worker.js') => {
    const running = run(program, environment);
    started.push(running);
    await untilReady(running);
    return running;
  };
  const stop = async () => {
    await Promise.all(started.map(end));
  };
  try {
    const admin = await firstAdministrator(environment);
    const api = await start('main.api.js');
    let worker = await start('main.worker.js');
    return {
      environment,
      api,
      admin,
      get worker() {
        return worker;
      },
      startWorker: async () => (worker = await start('main.worker.js')),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One more API, on the database and with the keys of a running stack, but for what `settings` change. */
export const startApi = (
  environment: Stack['environment'],
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningProcess> => startOne('main.api.js', { ...environment, ...settings });

/** One more worker. */
export const startWorker = (
  environment: Stack['environment'],
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningProcess> => startOne('main.worker.js', { ...environment, ...settings });

async function startOne(program: string, environment: Stack['environment']): Promise<RunningProcess> {
  const running = run(program, environment);
  await untilReady(running);
  return running;
}

/**
 * Rarely, on a busy machine, an API has logged that it stops and then neither stopped nor ended itself by force. Why is not
 * known yet: it is said loudly, with the end of its log, and not put on the account of the tests that were done by then.
 */
async function end({ kill, ended, log, pid }: RunningProcess): Promise<void> {
  kill('SIGTERM');
  // A test that failed between stopping a process and letting it go on must not hang in its clean-up.
  kill('SIGCONT');
  const how = await Promise.race([ended, sleep(STOP_MS, 'hangs' as const, { ref: false })]);
  if (how !== 'hangs') return;
  process.stderr.write(`Process ${pid} did not stop and was killed:\n${log.slice(-5).join('\n')}\n`);
  kill('SIGKILL');
  await ended;
}

function run(program: string, env: Record<string, string>): RunningProcess {
  const child = spawnNode(program, env);
  const log: string[] = [];
  let url = '';
  for (const input of [child.stdout, child.stderr]) {
    createInterface(input).on('line', (line) => {
      const port = TOLD_PORT.exec(line)?.[1];
      if (port !== undefined) url = `http://127.0.0.1:${port}`;
      else if (line !== '') log.push(line);
    });
  }
  return {
    get url() {
      return url;
    },
    pid: child.pid ?? -1,
    log,
    ended: endOf(child),
    kill: (signal) => void child.kill(signal),
  };
}

const spawnNode = (program: string, env: Record<string, string>) =>
  spawn(process.execPath, [...nodeFlags, ...tellsPort, path.join(sourceDir, program)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** When all that it has written is here, too. */
const endOf = (child: ChildProcess): Promise<number | string> =>
  once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);

async function untilReady(running: RunningProcess): Promise<void> {
  const { log, ended } = running;
  let over: number | string | undefined;
  void ended.then((how) => (over = how));
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (over !== undefined) break;
    const ready = running.url !== '' && (await fetch(`${running.url}/health/ready`).catch(() => undefined));
    if (ready && ready.ok) return;
    await sleep(50);
  }
  throw new Error(`A process did not become ready (${over ?? 'still running'}):\n${log.slice(-20).join('\n')}`);
}

async function firstAdministrator(env: Record<string, string>): Promise<Stack['admin']> {
  const child = spawnNode('main.first-admin.js', env);
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  await endOf(child);
  if (output === '') throw new Error(`No administrator could be made:\n${complaints}`);
  return JSON.parse(output) as Stack['admin'];
}
