import { setTimeout as sleep } from 'node:timers/promises';

/** @returns after how many milliseconds it came about @throws Error when it did not */
export async function until(what: () => Promise<boolean>, ms = 5_000): Promise<number> {
  const start = performance.now();
  while (!(await what())) {
    if (performance.now() - start > ms) throw new Error(`It did not come about within ${ms} ms.`);
    await sleep(20);
  }
  return performance.now() - start;
}
