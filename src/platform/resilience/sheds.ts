import { OverloadedError } from '../../common/errors/domain-error.js';

/** What was turned away so that the rest is served in time. */
export const SHED_WORK = ['requests', 'uploads', 'office', 'validations'] as const;
export type ShedWork = (typeof SHED_WORK)[number];

/** Turned away together, they must not come back together, seconds. */
const BACK_AFTER = { least: 1, most: 4 };

/** Counts what is turned away before it costs anything. */
export class Sheds {
  private readonly counts = new Map<ShedWork, number>();

  /** @returns after how many seconds to try again */
  note(work: ShedWork): number {
    this.counts.set(work, this.of(work) + 1);
    return BACK_AFTER.least + Math.floor(Math.random() * (BACK_AFTER.most - BACK_AFTER.least + 1));
  }

  refusal(work: ShedWork): OverloadedError {
    return new OverloadedError(this.note(work));
  }

  /** Since the process started. */
  of(work: ShedWork): number {
    return this.counts.get(work) ?? 0;
  }
}
