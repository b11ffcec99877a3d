import { openEngine } from '../../eval/engine.js';
import { throughputOf } from '../face/throughput.js';

const WARM_UP_SECONDS = 1;

/** What this machine could do if a validation were nothing but its frames' way through the face engine. */
export interface Bound {
  readonly framesPerSecond: number;
  /** CPU seconds of one frame, over all threads. */
  readonly cpuSeconds: number;
}

/** @param threads as the worker has */
export async function inferenceBound(threads: number, frames: readonly Buffer[], seconds: number): Promise<Bound> {
  const engine = await openEngine('onnx', threads);
  try {
    await throughputOf(engine, threads, frames, WARM_UP_SECONDS);
    const [start, before] = [performance.now(), process.cpuUsage()];
    const framesPerSecond = await throughputOf(engine, threads, frames, seconds);
    const { user, system } = process.cpuUsage(before);
    const done = (framesPerSecond * (performance.now() - start)) / 1_000;
    return { framesPerSecond, cpuSeconds: (user + system) / 1e6 / done };
  } finally {
    await engine.close();
  }
}

export const meanOf = (bounds: readonly Bound[]): Bound => ({
  framesPerSecond: mean(bounds.map(({ framesPerSecond }) => framesPerSecond)),
  cpuSeconds: mean(bounds.map(({ cpuSeconds }) => cpuSeconds)),
});

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
