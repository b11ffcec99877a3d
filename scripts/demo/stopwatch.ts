export interface Lap {
  readonly step: string;
  readonly milliseconds: number;
}

/** Times the steps of the demo, in the order in which they end. */
export class Stopwatch {
  readonly laps: Lap[] = [];

  async time<T>(step: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.laps.push({ step, milliseconds: Math.round(performance.now() - start) });
    return result;
  }
}
