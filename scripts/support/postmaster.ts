import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { commandOf, endProcess } from './processes.js';

/** A PostgreSQL server that runs on a data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** It has recovered and takes connections. */
  readonly ready: boolean;
}

/** `fast`: ends the sessions, writes everything and leaves; `immediate`: leaves as in a crash; then by force. */
const stopSignals = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;

/**
 * The server on `dataDir`. After a crash its pid file may name a dead process or another program that got the number
 * since: neither counts.
 */
export async function runningPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const noted = await readPidFile(dataDir);
  return noted !== undefined && commandOf(noted.pid)?.includes(dataDir) === true ? noted : undefined;
}

/** Ends the server that a killed launcher left on `dataDir` and clears what would block a new one. */
export async function clearPostmaster(dataDir: string): Promise<void> {
  const noted = await readPidFile(dataDir);
  const command = noted && commandOf(noted.pid);
  if (noted === undefined || command === undefined) return; // PostgreSQL itself clears the file of a dead server.
  if (command.includes(dataDir)) await stopPostmaster(noted.pid);
  // PostgreSQL would take the program that has the number now for another server and refuse to start.
  else await rm(pidFile(dataDir), { force: true });
}

export const stopPostmaster = (pid: number): Promise<void> => endProcess(pid, stopSignals, 20_000);

const pidFile = (dataDir: string) => path.join(dataDir, 'postmaster.pid');

/** Lines of `postmaster.pid` (PostgreSQL's miscadmin.h): 1 process, 4 port, 8 status. */
async function readPidFile(dataDir: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(pidFile(dataDir), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0
    ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
    : undefined;
}
