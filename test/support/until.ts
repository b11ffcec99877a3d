import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again, until there is something.
 * @param every milliseconds between two questions
 * @throws Error when there was nothing within `ms`
 */
export async function untilSome<T>(
  ask: () => Promise<T | false | undefined> | T | false | undefined,
  ms: number,
  every = 100,
): Promise<T> {
  const start = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (performance.now() - start > ms) throw new Error(`It did not come about within ${ms} ms.`);
    await sleep(every);
  }
}

/** @returns after how many milliseconds it came about @throws Error when it did not */
export async function until(what: () => Promise<boolean>, ms = 5_000): Promise<number> {
  const start = performance.now();
  await untilSome(what, ms, 20);
  return performance.now() - start;
}
