import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient } from '../../client/api-client.js';

/** Sends a trivial query at a fixed rate, whether or not the one before was answered. @returns milliseconds of each */
export async function askSteadily(client: ApiClient, perSecond: number, seconds: number): Promise<number[]> {
  const answers: Promise<number>[] = [];
  const start = performance.now();
  for (let index = 0; index < perSecond * seconds; index++) {
    await sleep(Math.max(0, start + (index * 1_000) / perSecond - performance.now()));
    answers.push(timeOf(client));
  }
  return Promise.all(answers);
}

async function timeOf(client: ApiClient): Promise<number> {
  const start = performance.now();
  await client.ask('{ me { id } }');
  return performance.now() - start;
}
