import { Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { type Capture } from '../captures/capture.js';
import { type Captures } from '../captures/captures.service.js';
import { done, type JobOutcome, skipped } from '../queue/job-table.js';
import { type Claim, type WorkItems } from './work-items.js';

/** An item that took its worker down this often is ended: it would take the next one down too. */
const MAX_CLAIMS = 4;

/** What every worker does with an item that waits for it: claim, read the capture, conclude, delete the capture. */
export abstract class CaptureWork {
  protected readonly logger = new Logger(this.constructor.name);

  protected constructor(
    protected readonly items: WorkItems,
    private readonly captures: Captures,
  ) {}

  async process(id: string): Promise<JobOutcome> {
    const claim = await this.items.claim(id);
    if (claim === undefined) return skipped('over');
    if (claim.claims > MAX_CLAIMS) {
      await this.fail(id);
      return skipped('claimed too often');
    }
    const capture = await this.captures.read(claim.captureId, id);
    const ended = await (capture === undefined
      ? this.items.finish(claim, 'EXPIRED', 'CAPTURE_LOST')
      : this.conclude(claim, capture));
    if (!ended) return skipped('taken over');
    await this.captures.discard(claim.captureId);
    return done;
  }

  /** Ends the item when its last try has failed. */
  async fail(id: string): Promise<void> {
    const ended = await this.items.fail(id, 'PROCESSING_FAILED');
    if (ended?.captureId) await this.captures.discard(ended.captureId);
  }

  /** Every item reaches a final state by its deadline, whatever became of its client, its job or its worker. */
  @Cron('*/2 * * * * *', { waitForCompletion: true })
  async expireOverdue(): Promise<void> {
    for (const { id, captureId, reason } of await this.items.expireOverdue(100)) {
      this.logger.log({ id, reason }, 'expired');
      if (captureId !== null) await this.captures.discard(captureId);
    }
  }

  /** Brings the item to a final state. @returns false when another worker has taken it over; then nothing is written */
  protected abstract conclude(claim: Claim, capture: Capture): Promise<boolean>;
}
