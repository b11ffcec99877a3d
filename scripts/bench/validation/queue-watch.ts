import { setTimeout as sleep } from 'node:timers/promises';
import { sampleOf } from '../metrics.js';

/** A look costs a few short statements. */
const EVERY_MS = 500;

/** Watches how many jobs have not ended, by what the API tells Prometheus. */
export class QueueWatch {
  private deepest = 0;
  private readonly stopping = new AbortController();
  private readonly watching = this.watch();

  constructor(private readonly apiUrl: string) {}

  /** @returns the most there were at once */
  async stop(): Promise<number> {
    this.stopping.abort();
    await this.watching;
    return this.deepest;
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
      this.deepest = Math.max(this.deepest, await sampleOf(this.apiUrl, 'presente_outbox_outstanding_jobs'));
    }
  }
}
