import { Injectable } from '@nestjs/common';
import { currentCorrelationId } from '../../common/context/request-context.js';
import { uuidv7 } from '../../common/ids.js';
import { Database } from '../database/database.js';
import { type Statement } from '../database/statement.js';
import { currentTraceParent } from '../tracing/tracing.js';
import { type QueueLoad } from './expected-wait.js';
import { type JobTable, type PayloadOf, type QueueJobs } from './job-table.js';
import { type OutboxRow } from './outbox.entity.js';

export type OutboxEntry = Pick<OutboxRow, 'id' | 'queue' | 'name' | 'payload' | 'correlationId' | 'traceParent'>;

export interface OutboxLag {
  readonly outstanding: number;
  readonly unsent: number;
  /** Age in seconds of the oldest entry that is not yet in the queue; 0 when there is none. */
  readonly oldestUnsentSeconds: number;
}

/** What a queue has outstanding. */
export interface OutstandingJobs {
  readonly queue: string;
  readonly jobs: number;
  /** Age in seconds of the oldest. */
  readonly oldestSeconds: number;
}

const ENTRY = 'id, queue, name, payload, correlation_id AS "correlationId", trace_parent AS "traceParent"';

@Injectable()
export class Outbox {
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly database: Database) {}

  /** Calls `listener` after each commit that added an entry in this process. */
  onAdded(listener: () => void): void {
    this.listeners.push(listener);
  }

  /**
   * Runs a statement that makes the work necessary, and writes the entry when it gave a row: in one message to the database,
   * so that both are written or neither, also without a transaction.
   * @param change gives one row at most
   * @returns whether it gave one
   */
  async addWith<Table extends JobTable, Name extends keyof Table & string>(
    { sql, parameters }: Statement,
    { queue, jobs }: QueueJobs<Table>,
    name: Name,
    payload: PayloadOf<Table, Name>,
  ): Promise<boolean> {
    const body = jobs[name]?.payload.parse(payload);
    const entry = [uuidv7(), queue, name, body, currentCorrelationId(), currentTraceParent() ?? null];
    const [id, of, job, data, correlation, traceParent] = entry.map((_, index) => `$${parameters.length + index + 1}`);
    const added = await this.database.query(
      `WITH change AS (${sql})
       INSERT INTO outbox (id, queue, name, payload, correlation_id, trace_parent)
       SELECT ${id}::uuid, ${of}::text, ${job}::text, ${data}::jsonb, ${correlation}::text, ${traceParent}::text FROM change RETURNING id`,
      [...parameters, ...entry],
    );
    if (added.length === 0) return false;
    this.database.afterCommit(() => {
      for (const listener of this.listeners) listener();
    });
    return true;
  }

  /** Marks unsent entries as sent and returns them; no two callers get the same one. */
  claimUnsent(limit: number): Promise<OutboxEntry[]> {
    return this.database.query<OutboxEntry>(
      `UPDATE outbox SET sent_at = now() WHERE id IN
         (SELECT id FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING ${ENTRY}`,
      [limit],
    );
  }

  /** Entries whose job should have ended by now; marked as sent anew, so that each is looked at once per round. */
  claimOverdue(olderThanSeconds: number, limit: number): Promise<OutboxEntry[]> {
    return this.database.query<OutboxEntry>(
      `UPDATE outbox SET sent_at = now() WHERE id IN
         (SELECT id FROM outbox WHERE sent_at < now() - make_interval(secs => $1)
          ORDER BY sent_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING ${ENTRY}`,
      [olderThanSeconds, limit],
    );
  }

  async giveBack(ids: readonly string[]): Promise<void> {
    await this.database.query('UPDATE outbox SET sent_at = NULL WHERE id = ANY($1)', [ids]);
  }

  /**
   * The job has ended, one way or the other.
   * @returns seconds since the transaction that made it necessary; undefined when it was settled before
   */
  async settle(id: string): Promise<number | undefined> {
    const [row] = await this.database.query<{ age: number }>(
      'DELETE FROM outbox WHERE id = $1 RETURNING extract(epoch FROM clock_timestamp() - created_at)::float AS age',
      [id],
    );
    return row?.age;
  }

  async lag(): Promise<OutboxLag> {
    const [row] = await this.database.query<OutboxLag>(
      `SELECT count(*)::int AS outstanding, (count(*) FILTER (WHERE sent_at IS NULL))::int AS unsent,
         coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE sent_at IS NULL)), 0)::float AS "oldestUnsentSeconds"
       FROM outbox`,
    );
    return row ?? { outstanding: 0, unsent: 0, oldestUnsentSeconds: 0 };
  }

  /** @param since when it was looked at last, seconds since 1970 by the database's clock */
  async loadOf(queue: string, since: number): Promise<QueueLoad> {
    const [load] = await this.database.query<QueueLoad>(
      `SELECT extract(epoch FROM now())::float AS at, count(*)::int AS jobs,
         (count(*) FILTER (WHERE created_at > to_timestamp($2::float)))::int AS added,
         coalesce(extract(epoch FROM now() - min(created_at)), 0)::float AS "oldestSeconds"
       FROM outbox WHERE queue = $1`,
      [queue, since],
    );
    return load ?? { at: since, jobs: 0, added: 0, oldestSeconds: 0 };
  }

  /** By queue; those without a job are left out. */
  outstanding(): Promise<OutstandingJobs[]> {
    return this.database.query<OutstandingJobs>(
      `SELECT queue, count(*)::int AS jobs, extract(epoch FROM now() - min(created_at))::float AS "oldestSeconds"
       FROM outbox GROUP BY queue`,
    );
  }
}
