export interface Lap<Step extends string = string> {
  readonly step: Step;
  readonly milliseconds: number;
}

/** Times the steps of the demo, in the order in which they end. */
export class Stopwatch<Step extends string = string> {
  readonly laps: Lap<Step>[] = [];

  async time<T>(step: Step, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.laps.push({ step, milliseconds: Math.round(performance.now() - start) });
    return result;
  }
}
