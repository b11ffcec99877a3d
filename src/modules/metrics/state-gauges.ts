import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { singleFlight } from '../../common/single-flight.js';
import { withinTime } from '../../common/within-time.js';
import { productVersion } from '../../config/product-version.js';
import { Database } from '../../platform/database/database.js';
import { JobQueues } from '../../platform/queue/job-queues.js';
import { Outbox, type OutboxLag } from '../../platform/queue/outbox.repository.js';

/** Injection token: which of the two processes this is. */
export const SERVICE = Symbol('Service');

/** A scrape must not hang on a server that does. */
const PATIENCE_MS = 2_000;

const JOB_STATES = ['waiting', 'prioritized', 'delayed', 'active', 'failed'] as const;

/** What the database and the queue say when Prometheus asks. What does not answer is absent, not a stale number. */
@Injectable()
export class StateGauges {
  constructor(
    private readonly registry: Registry,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly queues: JobQueues,
    @Inject(SERVICE) service: string,
  ) {
    this.describeBuild(service);
    this.watchDatabase();
    this.watchOutbox();
    this.watchQueues();
  }

  private describeBuild(service: string): void {
    const labels = { service, version: productVersion(), node: process.version };
    const registers = [this.registry];
    const help = 'Always 1; which program this is.';
    new Gauge({ name: 'presente_build_info', help, labelNames: Object.keys(labels), registers }).set(labels, 1);
  }

  private watchDatabase(): void {
    const ping = asked(() => this.database.ping());
    const up = this.gauge('presente_database_up', '1 when PostgreSQL answers.', async () => {
      up.set((await ping()) === undefined ? 0 : 1);
    });
  }

  private watchOutbox(): void {
    const lag = asked(() => this.outbox.lag());
    const watch = (field: keyof OutboxLag, name: string, help: string): void => {
      const gauge = this.gauge(name, help, async () => {
        const value = (await lag())?.[field];
        if (value === undefined) gauge.remove();
        else gauge.set(value);
      });
    };
    watch('outstanding', 'presente_outbox_outstanding_jobs', 'Jobs that must happen and have not ended.');
    watch('unsent', 'presente_outbox_unsent_jobs', 'Jobs that are not yet in the queue.');
    watch('oldestUnsentSeconds', 'presente_outbox_oldest_unsent_seconds', 'Age of the oldest unsent job.');
  }

  private watchQueues(): void {
    const queues = this.queues.all().map((queue) => ({
      queue: queue.name,
      counts: asked(() => queue.getJobCounts(...JOB_STATES)),
    }));
    const up = this.gauge(
      'presente_queue_up',
      '1 when the queue answers.',
      () =>
        forEach(queues, async ({ queue, counts }) => {
          up.set({ queue }, (await counts()) === undefined ? 0 : 1);
        }),
      ['queue'],
    );
    const jobs = this.gauge(
      'presente_queue_jobs',
      'Jobs in the queue, by state.',
      () =>
        forEach(queues, async ({ queue, counts }) => {
          const byState = await counts();
          for (const state of JOB_STATES) {
            if (byState === undefined) jobs.remove({ queue, state });
            else jobs.set({ queue, state }, byState[state] ?? 0);
          }
        }),
      ['queue', 'state'],
    );
  }

  private gauge<Label extends string = never>(
    name: string,
    help: string,
    collect: () => Promise<void>,
    labelNames: readonly Label[] = [],
  ): Gauge<Label> {
    return new Gauge({ name, help, labelNames: [...labelNames], collect, registers: [this.registry] });
  }
}

/** Asks once for all gauges of a scrape, and not again while an earlier question hangs. Undefined: no answer in time. */
function asked<T>(question: () => Promise<T>): () => Promise<T | undefined> {
  const once = singleFlight(question);
  return () => withinTime(once(), PATIENCE_MS, 'no answer to a scrape').catch(() => undefined);
}

async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  await Promise.all(items.map(work));
}
