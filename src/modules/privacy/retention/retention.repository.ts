import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { ForgottenAttempts } from '../forgotten-attempts.repository.js';
import { RetentionRuleCode } from './retention-rules.js';

/** The latest run of a rule; not finished: it runs now, or was stopped and is taken up again. */
export interface RetentionRun {
  readonly rule: RetentionRuleCode;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** So far. */
  readonly affected: number;
}

/** Rules that end rows of a table. Those of persons and validations have their own way. */
type Deleting =
  | RetentionRuleCode.ENROLMENTS
  | RetentionRuleCode.TEMPLATES
  | RetentionRuleCode.CREDENTIALS
  | RetentionRuleCode.CARD_CHANGES
  | RetentionRuleCode.DELETED_COMMENTS;

type DeletingCards = RetentionRuleCode.REVIEWS | RetentionRuleCode.ARCHIVED_CARDS | RetentionRuleCode.TRASHED_CARDS;

/** Any number will do, as long as nothing else locks it. */
const LOCK = 1_764_800_000;

/** No more are counted: that something is wrong is as clear from a hundred thousand. */
const COUNTED_AT_MOST = 100_000;

const credentialEnd = (alias: string): string => `coalesce(${alias}.revoked_at, ${alias}.expires_at)`;

/** Rows that a rule reaches, by table and by condition; $1 is the cutoff. */
const DUE: Readonly<Partial<Record<RetentionRuleCode, { readonly table: string; readonly where: string }>>> = {
  VALIDATIONS: { table: 'validation_attempts', where: 'anonymised_at IS NULL AND finished_at < $1' },
  ENROLMENTS: {
    table: 'enrolments',
    where: 'finished_at < $1 AND NOT EXISTS (SELECT 1 FROM templates WHERE enrolment_id = enrolments.id)',
  },
  TEMPLATES: { table: 'templates', where: 'created_at < $1' },
  CREDENTIALS: {
    table: 'credentials',
    where: `${credentialEnd('credentials')} < $1
      AND NOT EXISTS (SELECT 1 FROM validation_attempts WHERE credential_id = credentials.id)
      AND EXISTS (SELECT 1 FROM credentials AS other WHERE other.person_id = credentials.person_id
        AND (${credentialEnd('other')}, other.id) > (${credentialEnd('credentials')}, credentials.id))`,
  },
  PERSONS: {
    table: 'persons',
    where: `erased_at IS NULL AND created_at < $1
      AND NOT EXISTS (SELECT 1 FROM credentials WHERE person_id = persons.id AND ${credentialEnd('credentials')} >= $1)
      AND NOT EXISTS (SELECT 1 FROM consents WHERE person_id = persons.id AND (given_at >= $1 OR withdrawn_at >= $1))
      AND NOT EXISTS (SELECT 1 FROM enrolments WHERE person_id = persons.id AND (finished_at IS NULL OR created_at >= $1))`,
  },
  REVIEWS: {
    table: 'cards',
    where: 'EXISTS (SELECT 1 FROM card_reviews WHERE card_id = cards.id AND ended_at < $1)',
  },
  ARCHIVED_CARDS: { table: 'cards', where: 'archived_at < $1' },
  TRASHED_CARDS: { table: 'cards', where: 'trashed_at < $1' },
  CARD_CHANGES: { table: 'card_changes', where: 'at < $1' },
  DELETED_COMMENTS: { table: 'card_comments', where: 'deleted_at < $1' },
  CAPTURES: { table: 'capture_frames', where: 'expires_at < $1' },
  SESSIONS: { table: 'sessions', where: 'good_until < $1' },
  PASSKEY_CHALLENGES: { table: 'passkey_challenges', where: 'expires_at < $1' },
  IDEMPOTENCY_KEYS: { table: 'idempotency_keys', where: 'created_at < $1' },
};

@Injectable()
export class RetentionRepository {
  constructor(
    private readonly database: Database,
    private readonly attempts: ForgottenAttempts,
  ) {}

  /** Until the open transaction ends this process alone applies rules. @returns false when another one does */
  async lock(): Promise<boolean> {
    this.database.requireTransaction();
    const [row] = await this.database.query<{ locked: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS locked', [
      LOCK,
    ]);
    return row?.locked === true;
  }

  /** How many rows are older than `cutoff` and should not be, a hundred thousand at most. */
  async countDue(rule: RetentionRuleCode, cutoff: Date): Promise<number> {
    const due = DUE[rule];
    if (due === undefined) return 0;
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM ${due.table} WHERE ${due.where} LIMIT ${COUNTED_AT_MOST}) AS due`,
      [cutoff],
    );
    return row?.count ?? 0;
  }

  forgetValidations(cutoff: Date, limit: number): Promise<number> {
    return this.attempts.endedBefore(cutoff, limit);
  }

  async delete(rule: Deleting, cutoff: Date, limit: number): Promise<number> {
    return rule === RetentionRuleCode.TEMPLATES
      ? this.deleteTemplates(cutoff, limit)
      : this.deleteRows(rule, cutoff, limit);
  }

  /** Whoever changes a card holds its board first; so does this. */
  async deleteCards(rule: DeletingCards, cutoff: Date, limit: number): Promise<number> {
    this.database.requireTransaction();
    await this.database.query('SELECT 1 FROM boards ORDER BY id FOR NO KEY UPDATE');
    return this.deleteRows(rule, cutoff, limit);
  }

  /**
   * Holds persons that the rule reaches, and whoever would give one of them something new. Looks again once they are
   * held: a card may have been issued between the look and the hold.
   */
  async holdPersons(cutoff: Date, limit: number): Promise<string[]> {
    this.database.requireTransaction();
    const where = DUE.PERSONS?.where ?? 'false';
    const held = await this.database.query<{ id: string }>(
      `SELECT id FROM persons WHERE ${where} ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
      [cutoff, limit],
    );
    const still = await this.database.query<{ id: string }>(`SELECT id FROM persons WHERE ${where} AND id = ANY($2)`, [
      cutoff,
      held.map(({ id }) => id),
    ]);
    return still.map(({ id }) => id);
  }

  runs(): Promise<RetentionRun[]> {
    return this.database.query<RetentionRun>(
      'SELECT rule, started_at AS "startedAt", finished_at AS "finishedAt", affected FROM retention_runs',
    );
  }

  /** One that was stopped goes on where it was: what it did is counted on. */
  async begin(rule: RetentionRuleCode): Promise<void> {
    await this.database.query(
      `INSERT INTO retention_runs AS run (rule, started_at, affected) VALUES ($1, now(), 0)
       ON CONFLICT (rule) DO UPDATE SET
         started_at = CASE WHEN run.finished_at IS NULL THEN run.started_at ELSE now() END,
         affected = CASE WHEN run.finished_at IS NULL THEN run.affected ELSE 0 END,
         finished_at = NULL`,
      [rule],
    );
  }

  async note(rule: RetentionRuleCode, affected: number): Promise<void> {
    await this.database.query('UPDATE retention_runs SET affected = affected + $2 WHERE rule = $1', [rule, affected]);
  }

  async finish(rule: RetentionRuleCode): Promise<void> {
    await this.database.query('UPDATE retention_runs SET finished_at = now() WHERE rule = $1 AND finished_at IS NULL', [
      rule,
    ]);
  }

  private async deleteRows(
    rule: Exclude<Deleting, RetentionRuleCode.TEMPLATES> | DeletingCards,
    cutoff: Date,
    limit: number,
  ) {
    const { table, where } = DUE[rule] ?? { table: rule, where: 'false' };
    const rows = await this.database.query(
      `WITH due AS (SELECT id FROM ${table} WHERE ${where} LIMIT $2 FOR UPDATE SKIP LOCKED)
       DELETE FROM ${table} USING due WHERE ${table}.id = due.id RETURNING 1`,
      [cutoff, limit],
    );
    return rows.length;
  }

  /** The database refuses them, so none are counted unless somebody has changed that. */
  async templatesWithoutConsent(): Promise<number> {
    return this.count(
      `SELECT count(*)::int AS count FROM (SELECT FROM templates
         WHERE NOT EXISTS (SELECT FROM consents WHERE consents.id = consent_id AND active) LIMIT ${COUNTED_AT_MOST}) AS found`,
    );
  }

  /** Erased persons of whom something that an erasure destroys is there. */
  async erasuresIncomplete(): Promise<number> {
    return this.count(
      `SELECT count(*)::int AS count FROM persons WHERE erased_at IS NOT NULL AND (
         EXISTS (SELECT FROM data_keys WHERE subject_id = persons.id)
         OR EXISTS (SELECT FROM templates WHERE person_id = persons.id)
         OR EXISTS (SELECT FROM consents WHERE person_id = persons.id AND active)
         OR EXISTS (SELECT FROM credentials WHERE person_id = persons.id AND revoked_at IS NULL))`,
    );
  }

  private async count(sql: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql);
    return row?.count ?? 0;
  }

  /** The consent first, as everybody locks it; whoever compares with the template holds it, and is passed over. */
  private async deleteTemplates(cutoff: Date, limit: number): Promise<number> {
    const due = await this.database.query<{ id: string }>(
      `SELECT templates.id FROM templates JOIN consents ON consents.id = consent_id
       WHERE templates.created_at < $1 ORDER BY templates.created_at LIMIT $2 FOR UPDATE OF consents SKIP LOCKED`,
      [cutoff, limit],
    );
    const deleted = await this.database.query<{ consentId: string }>(
      'DELETE FROM templates WHERE id = ANY($1) AND created_at < $2 RETURNING consent_id AS "consentId"',
      [due.map(({ id }) => id), cutoff],
    );
    await this.database.query(
      `DELETE FROM data_keys WHERE subject_id = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM templates WHERE key_id = data_keys.subject_id)`,
      [deleted.map(({ consentId }) => consentId)],
    );
    return deleted.length;
  }
}
