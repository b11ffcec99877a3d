import { type RateLimiterAbstract } from 'rate-limiter-flexible';

export interface CounterOptions {
  /** Names the counter; part of every key. */
  readonly name: string;
  /** How much may be counted before `consume` refuses. */
  readonly points: number;
  /** Of a count, from its first. */
  readonly seconds: number;
}

/** Port to where counts live: every API process counts in the same place, and a restart forgets nothing. */
export abstract class ThrottleStore {
  abstract counter(options: CounterOptions): RateLimiterAbstract;
}
