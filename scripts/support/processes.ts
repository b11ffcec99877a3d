import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const hasProc = existsSync('/proc/self/stat');

/** When a living process started, in a form only good for comparing; undefined for a number nobody has, and for a zombie. */
export function startOf(pid: number): string | undefined {
  if (!hasProc) return ps(pid, 'lstart');
  // proc(5): the name in parentheses may hold spaces; after it, field 3 is the state and field 22 the start in ticks.
  const fields = readOrNothing(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
  return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
}

/** The command line of a living process, or undefined. */
export function commandOf(pid: number): string | undefined {
  if (startOf(pid) === undefined) return undefined;
  return hasProc ? readOrNothing(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') : ps(pid, 'command');
}

/** The direct children of a living process. */
export function childrenOf(pid: number): number[] {
  // Of whichever thread: programs in Go start others from any.
  const listed = hasProc
    ? globSync(`/proc/${pid}/task/*/children`).map(readOrNothing).join(' ')
    : spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout;
  return listed.split(/\s+/).filter(Boolean).map(Number);
}

/** Asks with each signal in turn, waiting `patience` milliseconds after each, until the process is gone. */
export async function endProcess(pid: number, signals: readonly NodeJS.Signals[], patience = 10_000): Promise<void> {
  const start = startOf(pid);
  for (const signal of signals) {
    if (start === undefined || startOf(pid) !== start) return;
    process.kill(pid, signal);
    const deadline = Date.now() + patience;
    while (startOf(pid) === start && Date.now() < deadline) await sleep(50);
  }
}

const record = z.object({ pid: z.int().positive(), start: z.string() });

/** Notes a process in a file, with its start time so that a later process with the same number is not taken for it. */
export async function noteProcess(file: string, pid: number, flag: 'w' | 'wx' = 'w'): Promise<void> {
  await writeFile(file, JSON.stringify({ pid, start: startOf(pid) ?? '' }), { flag });
}

/** The number of the process noted in `file`, if exactly that process still lives. */
export async function notedProcess(file: string): Promise<number | undefined> {
  const noted = record.safeParse(parseJson(await readFile(file, 'utf8').catch(() => '')));
  return noted.success && startOf(noted.data.pid) === noted.data.start ? noted.data.pid : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'state=', '-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
    }).trim();
    return line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}
