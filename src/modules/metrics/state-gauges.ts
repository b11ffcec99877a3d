import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { productVersion } from '../../config/product-version.js';
import { Database } from '../../platform/database/database.js';
import { JobQueues } from '../../platform/queue/job-queues.js';
import { Outbox } from '../../platform/queue/outbox.repository.js';
import { asked, AskedGauges, type Sample } from '../../platform/telemetry/asked-gauges.js';

/** Injection token: which of the two processes this is. */
export const SERVICE = Symbol('Service');

const JOB_STATES = ['waiting', 'prioritized', 'delayed', 'active', 'failed'] as const;

type Queue = ReturnType<JobQueues['all']>[number];

/** What the database and the queue say when Prometheus asks. */
@Injectable()
export class StateGauges {
  constructor(
    private readonly registry: Registry,
    private readonly gauges: AskedGauges,
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
    const up = { name: 'presente_database_up', help: '1 when PostgreSQL answers.' };
    this.gauges.add(up, ping, () => [[{}, 1]], [[{}, 0]]);
    const labels = ['state'];
    const help = 'Connections of this process to PostgreSQL by state; "waiting" are callers without one.';
    this.gauges.add(
      { name: 'presente_database_pool_connections', help, labels },
      () => Promise.resolve(this.database.pool),
      (pool) => Object.entries(pool).map(([state, count]) => [{ state }, count]),
    );
  }

  private watchOutbox(): void {
    const lag = asked(() => this.outbox.lag());
    const { gauges } = this;
    const outstanding = 'Jobs that must happen and have not ended.';
    gauges.value({ name: 'presente_outbox_outstanding_jobs', help: outstanding }, lag, (now) => now.outstanding);
    const unsent = 'Jobs that are not yet in the queue.';
    gauges.value({ name: 'presente_outbox_unsent_jobs', help: unsent }, lag, (now) => now.unsent);
    const age = 'Age of the oldest unsent job.';
    gauges.value({ name: 'presente_outbox_oldest_unsent_seconds', help: age }, lag, (now) => now.oldestUnsentSeconds);
  }

  private watchQueues(): void {
    const names = this.queues.all().map(({ name }) => name);
    const counts = asked(() => this.ofEach((queue) => queue.getJobCounts(...JOB_STATES)));
    const labels = ['queue'];
    const all = (value: number): Sample[] => names.map((queue) => [{ queue }, value]);
    const up = { name: 'presente_queue_up', help: '1 when the queue answers.', labels };
    this.gauges.add(up, counts, () => all(1), all(0));
    this.gauges.add(
      { name: 'presente_queue_jobs', help: 'Jobs in the queue, by state.', labels: ['queue', 'state'] },
      counts,
      (answer) =>
        [...answer].flatMap(([queue, byState]) =>
          JOB_STATES.map((state): Sample => [{ queue, state }, byState[state] ?? 0]),
        ),
    );
    const workers = asked(() => this.ofEach((queue) => queue.getWorkersCount()));
    this.gauges.add(
      { name: 'presente_queue_workers', help: 'Workers that are registered at the queue.', labels },
      workers,
      (answer) => [...answer].map(([queue, count]) => [{ queue }, count]),
    );
    this.watchAges(names);
  }

  /** From the outbox, where a job stands until it has ended: the queue's own numbers forget a job that the queue lost. */
  private watchAges(names: readonly string[]): void {
    const help = 'Age of the oldest job that has not ended.';
    this.gauges.add(
      { name: 'presente_queue_oldest_job_seconds', help, labels: ['queue'] },
      asked(() => this.outbox.outstanding()),
      (outstanding) => {
        const ages = new Map(outstanding.map(({ queue, oldestSeconds }) => [queue, oldestSeconds]));
        return names.map((queue): Sample => [{ queue }, ages.get(queue) ?? 0]);
      },
    );
  }

  private async ofEach<T>(ask: (queue: Queue) => Promise<T>): Promise<Map<string, T>> {
    return new Map(await Promise.all(this.queues.all().map(async (queue) => [queue.name, await ask(queue)] as const)));
  }
}
