import { uuidv7 } from '../../common/ids.js';
import { AuditActor, AuditOutcome } from '../audit/audit-event.js';
import { type AuditTrail } from '../audit/audit-trail.js';
import { type Database } from '../database/database.js';
import { type Statement } from '../database/statement.js';
import { type WorkTable } from './work-table.js';

/** A worker's hold on one item. Whoever claims later takes it over; the earlier holder's writes are refused. */
export interface Claim {
  readonly id: string;
  /** The fencing token. */
  readonly claim: string;
  readonly captureId: string;
  /** How often the item was claimed, this time included. */
  readonly claims: number;
}

/** How an item ended. */
export interface Ending {
  readonly state: string;
  readonly reason: string;
}

export interface Ended extends Ending {
  readonly id: string;
  readonly captureId: string | null;
}

/** An end, as the audit keeps it. */
interface RecordedEnd extends Ending {
  readonly id: string;
  readonly personId: string | null;
  /** The checkpoint's turn that opened it, or was refused. */
  readonly turnId?: string | null;
  /** Of the request that opened the item; that of the running one when it is missing. */
  readonly correlationId?: string;
}

/** Every other final state is the end of something that came to no answer. */
const OUTCOMES: Readonly<Record<string, AuditOutcome>> = {
  ACCEPTED: AuditOutcome.SUCCESS,
  COMPLETED: AuditOutcome.SUCCESS,
  REJECTED: AuditOutcome.REFUSED,
};

type Column = string | number | readonly string[] | null;

/**
 * The life of a row that waits for a capture and then for a worker: `OPEN → QUEUED → PROCESSING →` a final state. Every
 * step is one conditional update, so that of any number of clients, workers and sweepers exactly one takes it. The final
 * one is recorded in the audit, in the same transaction.
 */
export class WorkItems {
  /** For the end of a `RETURNING`. */
  private readonly auditColumns: string;

  constructor(
    private readonly database: Database,
    private readonly table: WorkTable,
    private readonly audit: AuditTrail,
  ) {
    this.auditColumns = (table.auditColumns ?? []).map((column) => `, ${column}`).join('');
  }

  /** @returns the correlation id of the request that opened the item; undefined when it waits for no capture */
  async awaitsCapture(id: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ correlationId: string }>(
      `SELECT correlation_id AS "correlationId" FROM ${this.table.name} AS item
       WHERE id = $1 AND state = 'OPEN' AND deadline_at > now() AND ${this.table.stillWanted}`,
      [id],
    );
    return row?.correlationId;
  }

  /**
   * OPEN → QUEUED, for the outbox to run together with the entry of the job. Changes no row when the item was not open any more.
   * @param seconds until the item must be final
   */
  queueing(id: string, captureId: string, seconds: number): Statement {
    const sql = `UPDATE ${this.table.name} SET state = 'QUEUED', capture_id = $2, deadline_at = now() + make_interval(secs => $3)
       WHERE id = $1 AND state = 'OPEN' AND deadline_at > now() RETURNING id`;
    return { sql, parameters: [id, captureId, seconds] };
  }

  /**
   * QUEUED → PROCESSING, or PROCESSING taken over from a worker that died.
   * @returns undefined when it is over, or past its deadline and so the sweeper's to end
   */
  async claim(id: string): Promise<Claim | undefined> {
    const [row] = await this.database.query<Claim>(
      `UPDATE ${this.table.name} SET state = 'PROCESSING', claim = $2, claims = claims + 1
       WHERE id = $1 AND state IN ('QUEUED', 'PROCESSING') AND deadline_at > now()
       RETURNING id, claim, capture_id AS "captureId", claims`,
      [id, uuidv7()],
    );
    return row;
  }

  /** Whether it has not ended yet. */
  async isWaiting(id: string): Promise<boolean> {
    const rows = await this.database.query(`SELECT FROM ${this.table.name} WHERE id = $1 AND finished_at IS NULL`, [
      id,
    ]);
    return rows.length > 0;
  }

  /**
   * PROCESSING → a final state, only for the holder of the latest claim.
   * @param columns further columns of the table to set, by their name in the database
   * @returns undefined when another worker or the sweeper has taken the item over; then nothing is written
   */
  async finish(
    { id, claim }: Pick<Claim, 'id' | 'claim'>,
    state: string,
    reason: string,
    columns: Readonly<Record<string, Column>> = {},
  ): Promise<Ending | undefined> {
    const names = Object.keys(columns);
    const assignments = names.map((name, index) => `, ${name} = $${index + 5}`).join('');
    return this.database.transaction(async () => {
      const [ended] = await this.database.query<RecordedEnd>(
        `UPDATE ${this.table.name} SET state = $3, reason = $4, capture_id = NULL, finished_at = now()${assignments}
         WHERE id = $1 AND claim = $2 AND state = 'PROCESSING'
         RETURNING id, state, reason, person_id AS "personId", correlation_id AS "correlationId"${this.auditColumns}`,
        [id, claim, state, reason, ...names.map((name) => columns[name])],
      );
      if (ended === undefined) return undefined;
      await this.recordEnd(ended);
      return { state, reason };
    });
  }

  /** → FAILED whoever holds it: its last try has failed. @returns what was ended, undefined when it was over already */
  async fail(id: string, reason: string): Promise<Ended | undefined> {
    return (await this.end(`id = $1 AND finished_at IS NULL`, `'FAILED'`, `$2`, [id, reason]))[0];
  }

  /** → EXPIRED for all that are past their deadline, at most `limit` of them. */
  expireOverdue(limit: number): Promise<Ended[]> {
    return this.end(
      `id IN (SELECT id FROM ${this.table.name} WHERE finished_at IS NULL AND deadline_at < now()
              ORDER BY deadline_at LIMIT $1 FOR UPDATE SKIP LOCKED)`,
      `'EXPIRED'`,
      `CASE old.state WHEN 'OPEN' THEN 'CAPTURE_NOT_RECEIVED' ELSE 'PROCESSING_TIMED_OUT' END`,
      [limit],
    );
  }

  /** → REJECTED for what waits for this person's face. @param actor who ends it @returns what was ended */
  endOfPerson(personId: string, reason: string, actor: string): Promise<Ended[]> {
    return this.end('person_id = $1 AND finished_at IS NULL', `'REJECTED'`, '$2', [personId, reason], actor);
  }

  /** For an item that was ended elsewhere; every end of this class records itself. */
  async recordEnd(
    { id, state, reason, personId, turnId, correlationId }: RecordedEnd,
    actor: string = AuditActor.WORKER,
  ): Promise<void> {
    await this.audit.record({
      ...this.table.audit,
      actor,
      subjectId: id,
      outcome: OUTCOMES[state] ?? AuditOutcome.FAILED,
      details: { state, reason, ...(personId !== null && { personId }), ...(typeof turnId === 'string' && { turnId }) },
      ...(correlationId !== undefined && { correlationId }),
    });
  }

  private end(
    condition: string,
    state: string,
    reason: string,
    parameters: readonly unknown[],
    actor?: string,
  ): Promise<Ended[]> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<Ended & RecordedEnd>(
        `WITH old AS (SELECT id, state, capture_id FROM ${this.table.name} WHERE ${condition} FOR UPDATE)
         UPDATE ${this.table.name} AS item
         SET state = ${state}, reason = ${reason}, capture_id = NULL, finished_at = now()
         FROM old WHERE item.id = old.id
         RETURNING item.id, old.capture_id AS "captureId", item.state, item.reason,
           item.person_id AS "personId", item.correlation_id AS "correlationId"${this.auditColumns}`,
        parameters,
      );
      for (const row of rows) await this.recordEnd(row, actor);
      return rows.map(({ id, captureId, state, reason }) => ({ id, captureId, state, reason }));
    });
  }
}
