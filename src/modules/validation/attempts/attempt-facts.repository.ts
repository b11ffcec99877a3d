import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type ValidationMethod } from './validation-method.js';
import { type AttemptState, type ValidationReason } from './validation-reason.js';

/** An attempt that has ended, without a person, a score or a picture. */
export interface EndedAttempt {
  readonly id: string;
  readonly checkpointId: string;
  readonly state: AttemptState;
  readonly reason: ValidationReason;
  readonly method: ValidationMethod;
  /** The device or the user. */
  readonly openedBy: string;
  readonly atKiosk: boolean;
  /** The attempt that this one is an operator's word on. */
  readonly confirms: string | null;
  readonly finishedAt: Date;
}

/** What others may know of attempts; for the modules above this one. */
@Injectable()
export class AttemptFacts {
  constructor(private readonly database: Database) {}

  /** @returns undefined when it is unknown (any more), or has not ended */
  async ended(id: string): Promise<EndedAttempt | undefined> {
    const [attempt] = await this.database.query<EndedAttempt>(
      `SELECT id, checkpoint_id AS "checkpointId", state, reason, method, opened_by AS "openedBy", confirms,
         finished_at AS "finishedAt", EXISTS (SELECT 1 FROM devices WHERE devices.id = opened_by) AS "atKiosk"
       FROM validation_attempts WHERE id = $1 AND finished_at IS NOT NULL`,
      [id],
    );
    return attempt;
  }

  /** Whether an operator gave their word on it. */
  async isConfirmed(id: string): Promise<boolean> {
    const words = await this.database.query('SELECT 1 FROM validation_attempts WHERE confirms = $1', [id]);
    return words.length > 0;
  }

  /**
   * How many of a device were rejected, inconclusive or failed after `after` and up to `until`. By whole milliseconds, as
   * JavaScript has them: by PostgreSQL's microseconds an attempt would end after its own end.
   */
  async failures(deviceId: string, after: Date, until: Date): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM validation_attempts
       WHERE opened_by = $1 AND state IN ('REJECTED','INCONCLUSIVE','FAILED')
         AND finished_at > $2 AND date_trunc('milliseconds', finished_at) > $2
         AND finished_at < $3::timestamptz + interval '1 millisecond'`,
      [deviceId, after, until],
    );
    return row?.count ?? 0;
  }

  /** Of the checkpoints where they were, by id. */
  async checkpointNames(checkpointIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (checkpointIds.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM checkpoints WHERE id = ANY($1)',
      [[...new Set(checkpointIds)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Whose they are, by attempt: without those of nobody, and those of whom it is forgotten. */
  async persons(attemptIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (attemptIds.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; personId: string }>(
      `SELECT id, person_id AS "personId" FROM validation_attempts WHERE id = ANY($1) AND person_id IS NOT NULL`,
      [attemptIds],
    );
    return new Map(rows.map(({ id, personId }) => [id, personId]));
  }
}
