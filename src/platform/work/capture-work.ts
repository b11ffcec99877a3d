import { Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { type Capture } from '../captures/capture.js';
import { type Captures } from '../captures/captures.service.js';
import { done, type JobOutcome, skipped } from '../queue/job-table.js';
import { type Claim, type Ended, type Ending, type WorkItems } from './work-items.js';

/** An item that took its worker down this often is ended: it would take the next one down too. */
const MAX_CLAIMS = 4;

/**
 * The item is held by a later claim and has not ended. Perhaps nobody works on it: the claim of a try that gave up waiting for the
 * database may reach it after the claim of the next try. So the job is tried again; while somebody does work on it, that is in vain.
 */
export class HoldLostError extends Error {
  override readonly name = 'HoldLostError';

  constructor() {
    super('A later claim holds the item, which has not ended.');
  }
}

/** What every worker does with an item that waits for it: claim, read the capture, conclude, delete the capture. */
export abstract class CaptureWork {
  protected readonly logger = new Logger(this.constructor.name);

  protected constructor(
    protected readonly items: WorkItems,
    private readonly captures: Captures,
  ) {}

  /** @throws HoldLostError when it has to be tried again */
  async process(id: string): Promise<JobOutcome> {
    const claim = await this.items.claim(id);
    if (claim === undefined) return skipped('over');
    if (claim.claims > MAX_CLAIMS) {
      await this.fail(id);
      return skipped('claimed too often');
    }
    const capture = await this.captures.read(claim.captureId, id);
    const ending = await (capture === undefined
      ? this.items.finish(claim, 'EXPIRED', 'CAPTURE_LOST')
      : this.conclude(claim, capture));
    if (ending === undefined) {
      if (await this.items.isWaiting(id)) throw new HoldLostError();
      return skipped('taken over');
    }
    this.count(ending);
    await this.captures.discard(claim.captureId);
    return done;
  }

  /** Ends the item when its last try has failed. */
  async fail(id: string): Promise<void> {
    const ended = await this.items.fail(id, 'PROCESSING_FAILED');
    if (ended !== undefined) await this.cleanUp(ended);
  }

  /** Every item reaches a final state by its deadline, whatever became of its client, its job or its worker. */
  @Cron('*/2 * * * * *', { waitForCompletion: true })
  async expireOverdue(): Promise<void> {
    for (const ended of await this.items.expireOverdue(100)) {
      this.logger.log({ id: ended.id, reason: ended.reason }, 'expired');
      await this.cleanUp(ended);
    }
  }

  /** Brings the item to a final state. @returns undefined when another worker has taken it over */
  protected abstract conclude(claim: Claim, capture: Capture): Promise<Ending | undefined>;

  /** For the metrics. */
  protected abstract count(ending: Ending): void;

  private async cleanUp(ended: Ended): Promise<void> {
    this.count(ended);
    if (ended.captureId !== null) await this.captures.discard(ended.captureId);
  }
}
