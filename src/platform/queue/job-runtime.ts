import { type Telemetry } from '../telemetry/telemetry.js';
import { type Outbox } from './outbox.repository.js';

/** What a processor does for its queue. */
export interface JobTaker {
  readonly jobsInHand: number;
  /** @param limit jobs in hand at once, from now on; those in hand are finished */
  setLimit(limit: number): void;
}

/** What every processor of this process works with. */
export class JobRuntime {
  private readonly takers: JobTaker[] = [];

  /** @param current jobs in hand at once, for each queue */
  constructor(
    readonly outbox: Outbox,
    readonly telemetry: Telemetry,
    private current: number,
  ) {}

  join(taker: JobTaker): void {
    this.takers.push(taker);
    taker.setLimit(this.current);
  }

  /** Of the queue with the most. */
  get jobsInHand(): number {
    return Math.max(0, ...this.takers.map(({ jobsInHand }) => jobsInHand));
  }

  get limit(): number {
    return this.current;
  }

  set limit(limit: number) {
    if (limit === this.current) return;
    this.current = limit;
    for (const taker of this.takers) taker.setLimit(limit);
  }
}
