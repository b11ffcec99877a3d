import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runningPostmaster } from '../../support/postmaster.js';
import { childrenOf } from '../../support/processes.js';

/** USER_HZ: what Linux counts in for every program, whatever its kernel ticks by. */
const TICKS_PER_SECOND = 100;

/** CPU seconds of a stack's own PostgreSQL, of the sessions that have ended too; NaN where there is no /proc. */
export async function databaseCpuOf(dataDir: string): Promise<number> {
  const server = await runningPostmaster(path.join(dataDir, 'postgres'));
  const own = server && (await ticksOf(server.pid));
  if (server === undefined || own === undefined) return NaN;
  const sessions = await Promise.all(childrenOf(server.pid).map(ticksOf));
  // One that has ended since it was listed is counted by its parent the next time.
  return sessions.reduce((sum, ticks) => sum + (ticks?.alone ?? 0), own.withEnded) / TICKS_PER_SECOND;
}

interface Ticks {
  readonly alone: number;
  /** With the children that have ended. */
  readonly withEnded: number;
}

/** proc(5): after the name in parentheses, fields 14 and 15 are user and system, 16 and 17 those of ended children. */
async function ticksOf(pid: number): Promise<Ticks | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  const fields = stat
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 15)
    .map(Number);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return { alone: sum(fields.slice(0, 2)), withEnded: sum(fields) };
}
