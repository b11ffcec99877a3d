import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, FaultKind, type FaultPoint } from './fault.js';

/** A fault and for how long it still is there, milliseconds. */
export interface FaultForNow extends Fault {
  readonly remaining: number;
}

/**
 * The faults that this process makes now. There is one only where the configuration says so: without it nothing asks.
 * Each ends by itself, by this process' own clock, also when nobody can tell it to.
 */
export class FaultSwitch {
  private readonly spared = new AsyncLocalStorage<true>();
  private faults: readonly (Fault & { readonly until: number })[] = [];
  private readonly struck = new Map<FaultPoint, number>();

  set(faults: readonly FaultForNow[]): void {
    const now = performance.now();
    this.faults = faults.map(({ remaining, ...fault }) => ({ ...fault, until: now + remaining }));
  }

  at(point: FaultPoint): Fault | undefined {
    return this.faults.find((fault) => fault.point === point && performance.now() < fault.until);
  }

  /** Comes before a call at `point`. @throws what a client of a server that is away throws */
  async strike(point: FaultPoint): Promise<void> {
    const fault = this.at(point);
    if (fault === undefined || this.spared.getStore() === true || Math.random() >= fault.rate) return;
    this.struck.set(point, this.struckAt(point) + 1);
    if (fault.kind !== FaultKind.ERROR) await sleep(fault.milliseconds, undefined, { ref: false });
    if (fault.kind === FaultKind.LATENCY) return;
    const code = fault.kind === FaultKind.ERROR ? 'ECONNRESET' : 'ETIMEDOUT';
    throw Object.assign(new Error(`A fault was injected here: ${point}, ${fault.kind}.`), { code });
  }

  /** Calls that were struck since the process started. */
  struckAt(point: FaultPoint): number {
    return this.struck.get(point) ?? 0;
  }

  /** What is done to know and to end faults is not struck by them. */
  spare<T>(work: () => Promise<T>): Promise<T> {
    return this.spared.run(true, work);
  }
}
