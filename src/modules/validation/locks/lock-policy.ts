import { type Backoff, delayAfter } from '../../../platform/throttle/backoff.js';
import { COMPARISON_HARD_STOP } from '../../enrolment/index.js';

/** NIST SP 800-63B-4, 3.2.3: no more than 5 failures in a row, then 30 s or more and growing; 50 in all. */
export const LOCK_POLICY: LockPolicy = { free: 5, firstSeconds: 30, maxSeconds: 3_600, hardStop: COMPARISON_HARD_STOP };

export interface LockPolicy extends Backoff {
  /** From so many failures on, waiting does not help: somebody lifts the lock. */
  readonly hardStop: number;
}

/** The failures in a row of one person or one credential. */
export interface FailureRecord {
  readonly failures: number;
  readonly secondsSinceLast: number;
}

export type Standing =
  | { readonly kind: 'FREE' }
  | { readonly kind: 'WAITING'; readonly retryAfterSeconds: number }
  | { readonly kind: 'LOCKED' };

/** Whether a face may be compared now. The strictest of the records counts; without any, nothing stands against it. */
export function standingOf(records: readonly FailureRecord[], policy: LockPolicy = LOCK_POLICY): Standing {
  if (records.some(({ failures }) => failures >= policy.hardStop)) return { kind: 'LOCKED' };
  const waits = records.map(({ failures, secondsSinceLast }) => delayAfter(failures, policy) - secondsSinceLast);
  const wait = Math.max(0, ...waits);
  return wait > 0 ? { kind: 'WAITING', retryAfterSeconds: Math.ceil(wait) } : { kind: 'FREE' };
}
