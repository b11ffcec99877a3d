import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningProcess } from '../support/stack.js';

/** What a process has written is here a moment after its answer. */
const ARRIVES_MS = 500;

/** The first line of a process's log with this text; undefined when none comes. */
export async function lineWith({ log }: RunningProcess, text: string): Promise<string | undefined> {
  await sleep(ARRIVES_MS);
  return log.find((line) => line.includes(text));
}
