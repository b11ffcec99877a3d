import { type z } from 'zod';

/** Everything about a kind of job in one row. Payloads are ids: never images, templates or names. */
export interface JobDefinition<Payload = unknown> {
  readonly payload: z.ZodType<Payload>;
  /** How often a job is tried before its `exhausted` handler ends it. */
  readonly attempts: number;
  /** First delay between tries in milliseconds; it doubles each time, with 50 % jitter. */
  readonly backoff: number;
}

export type JobTable = Readonly<Record<string, JobDefinition>>;

/** The jobs of one queue. */
export interface QueueJobs<Table extends JobTable = JobTable> {
  readonly queue: string;
  readonly jobs: Table;
}

export const queueJobs = <const Table extends JobTable>(queue: string, jobs: Table): QueueJobs<Table> => ({
  queue,
  jobs,
});

export type PayloadOf<Table extends JobTable, Name extends keyof Table> = z.output<Table[Name]['payload']>;

export type JobOutcome = { readonly outcome: 'done' } | { readonly outcome: 'skipped'; readonly reason: string };

export const done: JobOutcome = { outcome: 'done' };
export const skipped = (reason: string): JobOutcome => ({ outcome: 'skipped', reason });

/** One handler for each job of the table: a missing or a second one does not compile. */
export type JobHandlers<Table extends JobTable> = {
  readonly [Name in keyof Table]: {
    /** Safe to run twice. Throws to be tried again; `UnrecoverableError` when trying again can't help. */
    run(payload: PayloadOf<Table, Name>): Promise<JobOutcome>;
    /** Brings the subject to a final state when the last try failed. */
    exhausted(payload: PayloadOf<Table, Name>): Promise<void>;
  };
};

/** What travels: the payload, and the correlation id and the trace of the request that made it. */
export interface JobData {
  readonly payload: unknown;
  readonly correlationId: string;
  /** As W3C's `traceparent` writes it; absent where nothing is traced. */
  readonly traceParent?: string;
}
