import { delayAfter } from '../../../platform/throttle/backoff.js';

/** The failures in a row of one person's PIN in one kind of place. */
export interface PinFailureRecord {
  readonly failures: number;
  readonly secondsSinceLast: number;
}

/** NIST SP 800-63B-4, 3.2.2: 100 failures in a row at most; the wait makes of them a matter of days. */
export const PIN_LOCK = { free: 5, firstSeconds: 30, maxSeconds: 3_600, hardStop: 100 } as const;

/** Whether no PIN is looked at now, right or wrong. After the hard stop a registrar sets a new one. */
export function isPinLocked({ failures, secondsSinceLast }: PinFailureRecord): boolean {
  if (failures >= PIN_LOCK.hardStop) return true;
  return secondsSinceLast < delayAfter(failures, PIN_LOCK);
}
