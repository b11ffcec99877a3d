import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fromRoot } from '../../src/config/paths.js';
import { type RunResult } from './run.js';
import { type Stage } from './stage.js';

/** Keeps what there is to be known of a broken run: plan, findings, the clients' log, the processes' logs. No picture is in it. */
export async function keepEvidence(result: RunResult, { programs }: Stage, seed: number): Promise<string> {
  const { plan, findings, history } = result;
  const folder = fromRoot(path.join('report', 'chaos', `${plan.backend}-${seed}-${plan.run}`));
  await mkdir(folder, { recursive: true });
  const write = (name: string, lines: readonly string[]) => writeFile(path.join(folder, name), `${lines.join('\n')}\n`);
  await write('findings.json', [JSON.stringify({ plan, findings }, undefined, 2)]);
  await write('history.jsonl', history);
  for (const { name, log } of Object.values(programs)) await write(`${name}.log`, log);
  return folder;
}
