import { singleFlight } from '../../common/single-flight.js';
import { type Outbox, type OutstandingJobs } from './outbox.repository.js';

/** How long an answer is good for, milliseconds. */
const FRESH = 250;

/** So few are done at once when whoever does them is there: old ones among them say that nobody is, not that there are too many. */
const FEW = 20;

/** Whether there is more to do than is done in time, as the outbox says: what stands there has not ended. */
export class Backlog {
  private last: { readonly jobs: readonly OutstandingJobs[]; readonly at: number } | undefined;
  private readonly ask: () => Promise<OutstandingJobs[]>;

  /** @param patience age of the oldest job, seconds, from which on one more would be late */
  constructor(
    outbox: Outbox,
    private readonly patience: number,
  ) {
    this.ask = singleFlight(() => outbox.outstanding());
  }

  /** True when a job that is added now would wait for longer than anybody does. */
  async isTooLong(queue: string): Promise<boolean> {
    const own = (await this.outstanding()).find((one) => one.queue === queue);
    return own !== undefined && own.jobs > FEW && own.oldestSeconds > this.patience;
  }

  private async outstanding(): Promise<readonly OutstandingJobs[]> {
    if (this.last !== undefined && performance.now() - this.last.at < FRESH) return this.last.jobs;
    const jobs = await this.ask();
    this.last = { jobs, at: performance.now() };
    return jobs;
  }
}
