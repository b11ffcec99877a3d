import { singleFlight } from '../../common/single-flight.js';
import { ExpectedWait } from './expected-wait.js';
import { type Outbox } from './outbox.repository.js';

/** How long an answer is good for, milliseconds. */
const FRESH = 250;

/** Whether there is more to do than is done in time, as the outbox says: what stands there has not ended. */
export class Backlog {
  private readonly wait = new ExpectedWait();
  private readonly ask: () => Promise<number>;
  private last: { readonly seconds: number; readonly at: number } | undefined;

  /** @param queue of which; @param patience seconds that one more may have to wait */
  constructor(
    outbox: Pick<Outbox, 'loadOf'>,
    queue: string,
    private readonly patience: number,
  ) {
    this.ask = singleFlight(async () => this.wait.after(await outbox.loadOf(queue, this.wait.lookedAt)));
  }

  /** True when a job that is added now would wait for longer than anybody does. */
  async isTooLong(): Promise<boolean> {
    if (this.last === undefined || performance.now() - this.last.at >= FRESH)
      this.last = { seconds: await this.ask(), at: performance.now() };
    return this.last.seconds > this.patience;
  }
}
