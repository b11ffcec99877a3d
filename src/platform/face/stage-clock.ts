import { type Stage } from './face-engine.js';

/** Adds up the milliseconds of each stage. */
export class StageClock {
  readonly timings: Partial<Record<Stage, number>> = {};

  async time<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.timings[stage] = (this.timings[stage] ?? 0) + performance.now() - start;
    }
  }
}
