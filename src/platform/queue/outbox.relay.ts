import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { JobQueues } from './job-queues.js';
import { Outbox, type OutboxEntry } from './outbox.repository.js';

const BATCH = 100;

/** A job that takes longer than this is looked up in the queue: it may be running, or the queue may have lost it. */
const OVERDUE_SECONDS = 10;

/**
 * Carries entries from the outbox into the queue: at once after a commit in this process, and once a second for those
 * that another process left behind. What the queue has lost (a wiped Redis, a crash between two steps) is sent again.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly queues: JobQueues,
  ) {}

  onApplicationBootstrap(): void {
    this.outbox.onAdded(() => void this.relay());
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Sends all that is unsent; a call during a run makes that run look once more. Never throws. */
  @Cron('* * * * * *', { waitForCompletion: true })
  relay(): Promise<void> {
    this.again = true;
    this.running ??= this.drain().finally(() => (this.running = undefined));
    return this.running;
  }

  @Cron('*/5 * * * * *', { waitForCompletion: true })
  async resendLost(): Promise<void> {
    if (this.stopped) return;
    try {
      await this.recheckAll(await this.outbox.claimOverdue(OVERDUE_SECONDS, 200));
    } catch (error) {
      this.warn(error, 'overdue jobs could not be checked');
    }
  }

  /** What can't be looked up here is sent again by whoever can: a job that is there already stays as it is. */
  private async recheckAll(entries: readonly OutboxEntry[]): Promise<void> {
    let done = 0;
    try {
      for (const entry of entries) {
        await this.recheck(entry);
        done++;
      }
    } catch (error) {
      await this.outbox.giveBack(entries.slice(done).map(({ id }) => id));
      throw error;
    }
  }

  private async recheck(entry: OutboxEntry): Promise<void> {
    if (await this.queues.stillHas(entry)) return;
    await this.outbox.giveBack([entry.id]);
  }

  private async drain(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        const entries = await this.outbox.claimUnsent(BATCH);
        await this.send(entries);
        if (entries.length === BATCH) this.again = true;
      }
    } catch (error) {
      this.warn(error, 'outbox could not be relayed');
    }
  }

  private async send(entries: readonly OutboxEntry[]): Promise<void> {
    for (const [queue, group] of Map.groupBy(entries, (entry) => entry.queue)) {
      try {
        await this.queues.send(queue, group);
      } catch (error) {
        await this.outbox.giveBack(group.map(({ id }) => id));
        throw error;
      }
    }
  }

  private warn(error: unknown, message: string): void {
    this.logger.warn({ error: error instanceof Error ? error.message : String(error) }, message);
  }
}
