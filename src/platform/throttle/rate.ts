import { type RateLimiterAbstract } from 'rate-limiter-flexible';
import { type CounterOptions, type ThrottleStore } from './throttle-store.js';

/** So many in so long a time, for each subject. */
export class Rate {
  private readonly counter: RateLimiterAbstract;

  constructor(
    store: ThrottleStore,
    private readonly options: CounterOptions,
  ) {
    this.counter = store.counter(options);
  }

  /** @returns 0 when this one is within the rate, otherwise the seconds until there is room again */
  async take(subject: string): Promise<number> {
    const taken = await this.counter.penalty(subject);
    return taken.consumedPoints <= this.options.points ? 0 : secondsOf(taken);
  }

  /** Whether any was taken lately. Takes none. */
  async knows(subject: string): Promise<boolean> {
    return (await this.counter.get(subject)) !== null;
  }
}

/** Whole seconds, at least one. */
export const secondsOf = ({ msBeforeNext }: { readonly msBeforeNext: number }): number =>
  Math.max(1, Math.ceil(msBeforeNext / 1_000));
