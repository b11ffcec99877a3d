/** A thread that does what the first byte of the frame says: for the tests of the pool. */
import { setTimeout as pause } from 'node:timers/promises';
import { type ThreadAnswer, type ThreadTask } from '../thread-protocol.js';

export const ORDERS = { answer: 0, refuse: 1, die: 2, hang: 3, fail: 4, dawdle: 5 } as const;

export default async function obey({ frame }: ThreadTask): Promise<ThreadAnswer> {
  const [order, height = 0] = frame;
  if (order === ORDERS.refuse) return { refused: 'ANIMATED' };
  if (order === ORDERS.fail) throw new RangeError('out of tune');
  if (order === ORDERS.die) process.exit(1);
  if (order === ORDERS.dawdle) await pause(50);
  while (order === ORDERS.hang);
  return { analysis: { width: frame.length, height, faces: [], timings: {} } };
}

export function warmUp(): void {
  // there is nothing to load
}
