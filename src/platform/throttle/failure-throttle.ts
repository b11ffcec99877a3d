import { type RateLimiterAbstract } from 'rate-limiter-flexible';
import { type Backoff, delayAfter } from './backoff.js';
import { secondsOf } from './rate.js';
import { type ThrottleStore } from './throttle-store.js';

/** A count of failures ends this long after the first of them. */
const KEEP_SECONDS = 86_400;

/**
 * Counts failures by subject and makes the next try wait, longer with each. A try counts as a failure from its beginning
 * until it is known to be none, so that a hundred tries at the same time get no further than one after the other.
 *
 * Two counters: the failures, and a gate that a try past the free ones closes behind itself.
 */
export class FailureThrottle {
  private readonly failures: RateLimiterAbstract;
  private readonly gate: RateLimiterAbstract;

  constructor(
    store: ThrottleStore,
    name: string,
    private readonly backoff: Backoff,
  ) {
    this.failures = store.counter({ name: `${name}-failures`, points: Number.MAX_SAFE_INTEGER, seconds: KEEP_SECONDS });
    this.gate = store.counter({ name: `${name}-gate`, points: 1, seconds: backoff.firstSeconds });
  }

  /** Seconds that a try has to wait now; 0 when it does not. Counts nothing. */
  async waiting(subject: string): Promise<number> {
    const closed = await this.gate.get(subject);
    return closed === null ? 0 : secondsOf(closed);
  }

  /** Counts a try as failed and takes the gate. @returns 0 when it may go on, otherwise the seconds to wait */
  async begin(subject: string): Promise<number> {
    const { consumedPoints } = await this.failures.penalty(subject);
    const delay = delayAfter(consumedPoints, this.backoff);
    if (delay === 0) return 0;
    const { consumedPoints: takers, msBeforeNext } = await this.gate.penalty(subject, 1, { customDuration: delay });
    if (takers === 1) return 0;
    await this.takeBack(subject);
    return secondsOf({ msBeforeNext });
  }

  /** `waiting`, then `begin`: for a subject that is counted by itself. @returns 0 when it may go on, otherwise the seconds */
  async take(subject: string): Promise<number> {
    const wait = await this.waiting(subject);
    return wait > 0 ? wait : this.begin(subject);
  }

  /** The try was none that counts. */
  async takeBack(subject: string): Promise<void> {
    await this.failures.reward(subject);
  }

  /** The try succeeded: the failures before it count no more. */
  async forget(subject: string): Promise<void> {
    await Promise.all([this.failures.delete(subject), this.gate.delete(subject)]);
  }
}
