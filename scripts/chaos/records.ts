import { setTimeout as sleep } from 'node:timers/promises';
import { AuditAction } from '../../src/platform/audit/audit-event.js';

const LOOK_EVERY_MS = 100;

/** How to ask the database of the server that is watched. */
export type QueryRows = <Row extends object>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

export interface AttemptRecord {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly final: boolean;
  /** The idempotency key that it was made for; null when there is none. */
  readonly key: string | null;
}

/** One decision, as somebody noted it when it was written. */
export interface EndRecord {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
}

/** What the server holds on the validations of one run. */
export interface Records {
  readonly attempts: readonly AttemptRecord[];
  /** The ends in the audit. */
  readonly audited: readonly EndRecord[];
  /** The ends that the database saw: a second one changes a decision, whatever the audit says. */
  readonly witnessed: readonly EndRecord[];
  /** Jobs that were promised and have not ended, in words. */
  readonly outstandingJobs: readonly string[];
}

/** Lets the database note every end itself, in a table that the product does not know. */
export async function placeWitness(query: QueryRows): Promise<void> {
  await query(`
    CREATE TABLE IF NOT EXISTS chaos_ends (id uuid NOT NULL, state text NOT NULL, reason text);
    CREATE OR REPLACE FUNCTION chaos_note_end() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO chaos_ends VALUES (NEW.id, NEW.state, NEW.reason); RETURN NULL; END $$;
    CREATE OR REPLACE TRIGGER chaos_note_end AFTER INSERT OR UPDATE ON validation_attempts
      FOR EACH ROW WHEN (NEW.finished_at IS NOT NULL) EXECUTE FUNCTION chaos_note_end();`);
}

/** The time by the clock of the database, as text that loses nothing. */
export async function databaseTime(query: QueryRows): Promise<string> {
  const [row] = await query<{ now: string }>('SELECT clock_timestamp()::text AS now');
  return row?.now ?? '';
}

/** @param since a {@link databaseTime}. @param openedBy whoever opened the validations: devices or users */
export async function readRecords(query: QueryRows, since: string, openedBy: readonly string[]): Promise<Records> {
  const attempts = await query<AttemptRecord>(
    `SELECT attempt.id, state, reason, finished_at IS NOT NULL AS final, asked.key FROM validation_attempts AS attempt
     LEFT JOIN idempotency_keys AS asked ON asked.entity_id = attempt.id AND asked.operation = 'openValidation'
     WHERE opened_by = ANY($1) AND attempt.created_at >= $2::timestamptz`,
    [openedBy, since],
  );
  const ids = attempts.map(({ id }) => id);
  const audited = await query<EndRecord>(
    `SELECT subject_id AS id, details->>'state' AS state, details->>'reason' AS reason FROM audit_events
     WHERE action = $1 AND subject_id = ANY($2::text[]) ORDER BY sequence`,
    [AuditAction.VALIDATION_ENDED, ids],
  );
  const witnessed = await query<EndRecord>(`SELECT id, state, reason FROM chaos_ends WHERE id = ANY($1)`, [ids]);
  const outbox = await query<{ job: string }>(
    `SELECT name || ' ' || payload::text || CASE WHEN sent_at IS NULL THEN ', unsent' ELSE '' END AS job FROM outbox`,
  );
  return { attempts, audited, witnessed, outstandingJobs: outbox.map(({ job }) => job) };
}

/**
 * Reads until nothing waits for a worker and no job is left, or until the deadline.
 * @param deadline milliseconds of `performance.now()`
 */
export async function untilQuiet(read: () => Promise<Records>, deadline: number): Promise<Records> {
  for (;;) {
    const records = await read();
    const waiting = records.attempts.some(({ state }) => state === 'QUEUED' || state === 'PROCESSING');
    if ((!waiting && records.outstandingJobs.length === 0) || performance.now() > deadline) return records;
    await sleep(LOOK_EVERY_MS);
  }
}
