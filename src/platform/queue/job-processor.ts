import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { type Job, UnrecoverableError, type WorkerOptions } from 'bullmq';
import { runInContext } from '../../common/context/request-context.js';
import { madeAt } from '../../common/ids.js';
import { continued, SpanKind, traced, tracedBetween } from '../tracing/tracing.js';
import { type JobData, type JobHandlers, type JobOutcome, type JobTable, type QueueJobs } from './job-table.js';
import { type JobRuntime, type JobTaker } from './job-runtime.js';

/**
 * A killed worker's job is back after at most lock + two checks (about 10 s); a living worker renews its lock every 2.5 s,
 * and its event loop is free for that because models run on other threads.
 */
export const workerTiming = {
  lockDuration: 5_000,
  stalledInterval: 3_000,
  // Dying again and again on one job is ended by the handler's own count of claims, not by the queue.
  maxStalledCount: 10,
} as const satisfies Partial<WorkerOptions>;

/** Runs the jobs of one table: checks the payload, restores the context, calls the handler, settles the outbox entry. */
export abstract class JobProcessor<Table extends JobTable>
  extends WorkerHost
  implements OnApplicationBootstrap, BeforeApplicationShutdown, JobTaker
{
  jobsInHand = 0;
  private readonly log = new Logger(this.constructor.name);

  protected constructor(
    private readonly table: QueueJobs<Table>,
    private readonly handlers: JobHandlers<Table>,
    private readonly runtime: JobRuntime,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.runtime.join(this);
  }

  setLimit(limit: number): void {
    this.worker.concurrency = limit;
  }

  /** Jobs in hand are finished while everything they need is still open; no new one is taken. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }

  override async process(job: Job<JobData>): Promise<JobOutcome> {
    this.jobsInHand++;
    try {
      return await runInContext({ correlationId: job.data.correlationId }, () => this.trace(job));
    } finally {
      this.jobsInHand--;
    }
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.log.warn({ error: error.message }, 'worker lost its queue for a moment');
  }

  /** This worker found the job of another one, and puts it back for whoever comes first. */
  @OnWorkerEvent('stalled')
  onStalled(jobId: string): void {
    this.runtime.telemetry.jobStalled(this.table.queue);
    this.log.warn({ jobId }, 'job was taken over from a worker that is gone');
  }

  /** In the trace of the request that made it. */
  private trace(job: Job<JobData>): Promise<JobOutcome> {
    const within = continued(job.data.traceParent);
    if (job.id !== undefined && job.attemptsMade === 0) tracedBetween('queue wait', madeAt(job.id), Date.now(), within);
    const attributes = { 'messaging.destination.name': this.table.queue, 'presente.job.try': job.attemptsMade + 1 };
    return traced(`job ${job.name}`, () => this.run(job), { kind: SpanKind.CONSUMER, attributes, within });
  }

  private async run(job: Job<JobData>): Promise<JobOutcome> {
    const started = performance.now();
    const name = job.name as keyof Table & string;
    const parsed = this.table.jobs[name]?.payload.safeParse(job.data.payload);
    if (parsed?.success !== true) {
      // Nothing could ever run it; the deadline of its subject ends that.
      await this.settle(job, started);
      throw new UnrecoverableError(`No handler takes this ${job.name}.`);
    }
    const payload = parsed.data as never;
    const handler = this.handlers[name];
    try {
      const result = await handler.run(payload);
      await this.settle(job, started);
      this.note(job, started, result);
      return result;
    } catch (error) {
      this.note(job, started, { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) });
      if (error instanceof UnrecoverableError || job.attemptsMade + 1 >= (job.opts.attempts ?? 1)) {
        await handler.exhausted(payload);
        this.runtime.telemetry.jobExhausted(job.queueName);
        await this.settle(job, started);
      }
      throw error;
    }
  }

  private note(job: Job<JobData>, started: number, ended: JobOutcome | { outcome: 'failed'; reason: string }): void {
    const milliseconds = Math.round(performance.now() - started);
    this.runtime.telemetry.jobEnded(job.queueName, ended.outcome, milliseconds / 1_000);
    const line = { job: job.name, jobId: job.id, try: job.attemptsMade + 1, ...ended, milliseconds };
    if (ended.outcome === 'failed') this.log.warn(line, 'job failed');
    else this.log.log(line, 'job ended');
  }

  private async settle(job: Job<JobData>, started: number): Promise<void> {
    if (job.id === undefined) return;
    const age = await this.runtime.outbox.settle(job.id);
    if (age !== undefined) this.runtime.telemetry.jobSettled(job.queueName, age, (performance.now() - started) / 1_000);
  }
}
