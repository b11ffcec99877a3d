import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type JobsOptions, type Queue } from 'bullmq';
import { type Guard } from '../resilience/guard.js';
import { type JobData, type QueueJobs } from './job-table.js';
import { type OutboxEntry } from './outbox.repository.js';

/** Finished jobs leave at once (the rows tell their story); failed ones stay a week for whoever looks into them. */
const RETENTION = { removeOnComplete: true, removeOnFail: { age: 7 * 24 * 3600, count: 10_000 } } as const;

/**
 * From so many on, one statement for all of them takes PostgreSQL less than one for each: for that statement it makes two tables
 * that go with the transaction, which for a single job takes ten times as long as the job (docs/adr/0045-speed.md).
 */
const BULK = 16;

/** Every queue of the process, by name. */
export class JobQueues implements OnApplicationShutdown {
  private readonly logger = new Logger(JobQueues.name);
  private readonly byName: ReadonlyMap<string, Queue<JobData>>;

  constructor(
    queues: readonly Queue<JobData>[],
    private readonly tables: readonly QueueJobs[],
    private readonly guard: Guard,
  ) {
    this.byName = new Map(queues.map((queue) => [queue.name, queue]));
    for (const queue of queues) {
      queue.on('error', (error) => {
        this.logger.warn({ queue: queue.name, error: error.message }, 'queue is not reachable');
      });
    }
  }

  all(): readonly Queue<JobData>[] {
    return [...this.byName.values()];
  }

  /** Adds the entries of one queue; those that are there already stay as they are. */
  async send(queueName: string, entries: readonly OutboxEntry[]): Promise<void> {
    const jobs = entries.map((entry) => ({
      name: entry.name,
      data: {
        payload: entry.payload,
        correlationId: entry.correlationId,
        ...(entry.traceParent !== null && { traceParent: entry.traceParent }),
      },
      opts: { jobId: entry.id, ...this.optionsOf(queueName, entry.name) },
    }));
    const queue = this.queue(queueName);
    const add = () =>
      jobs.length < BULK
        ? Promise.all(jobs.map(({ name, data, opts }) => queue.add(name, data, opts)))
        : queue.addBulk(jobs);
    await this.guard.run<unknown>(add);
  }

  /**
   * Whether the job waits or runs. A failed one whose entry is not settled ended without its handler's `exhausted` (the
   * database was away, or every worker died on it): it is removed, to be sent anew.
   */
  async stillHas({ id, queue }: OutboxEntry): Promise<boolean> {
    const its = this.queue(queue);
    const state = await this.guard.run(() => its.getJobState(id));
    if (state === 'failed') await this.guard.run(() => its.remove(id));
    return state !== 'unknown' && state !== 'failed';
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.all().map((queue) => queue.close()));
  }

  private queue(name: string): Queue<JobData> {
    const queue = this.byName.get(name);
    if (queue === undefined) throw new Error(`No queue is called ${name}.`);
    return queue;
  }

  private optionsOf(queueName: string, jobName: string): JobsOptions {
    const definition = this.tables.find(({ queue }) => queue === queueName)?.jobs[jobName];
    if (definition === undefined) throw new Error(`No job of queue ${queueName} is called ${jobName}.`);
    const backoff = { type: 'exponential', delay: definition.backoff, jitter: 0.5 };
    return { attempts: definition.attempts, backoff, ...RETENTION };
  }
}
