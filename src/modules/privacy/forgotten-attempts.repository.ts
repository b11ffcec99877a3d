import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** The columns that lead to a person, to the audit or to the log. The trigger `validation_attempts_final` knows them too. */
const WITHOUT_PERSON = `person_id = NULL, credential_id = NULL, turn_id = NULL, claim = NULL, comparison_score = NULL, pad_live = NULL, confirms = NULL,
  correlation_id = 'forgotten', anonymised_at = now()`;

/** Well within the time after which a statement is given up. */
const STATEMENT_ROWS = 5_000;

const dayOf = (column: string): string => `date_trunc('day', ${column}, 'UTC')`;

/** A random UUIDv7 of the day: in a list it stands where it stood, and the audit's id of the attempt leads to nothing. */
const ANOTHER_ID = `overlay(overlay(gen_random_uuid()::text
    PLACING regexp_replace(lpad(to_hex((extract(epoch FROM ${dayOf('created_at')}) * 1000)::bigint), 12, '0'), '(.{8})', '\\1-')
    FROM 1) PLACING '7' FROM 15)::uuid`;

/** Makes rows of final attempts that say what was decided where on which day, and not of whom. */
@Injectable()
export class ForgottenAttempts {
  constructor(private readonly database: Database) {}

  /** Of a person who is being erased; the id stays, for whoever still waits for the answer. @returns how many */
  async ofPerson(personId: string): Promise<number> {
    this.database.requireTransaction();
    let total = 0;
    for (let last = 1; last > 0; total += last) {
      const rows = await this.database.query(
        `WITH part AS (SELECT id FROM validation_attempts
                       WHERE person_id = $1 AND finished_at IS NOT NULL AND anonymised_at IS NULL LIMIT $2)
         UPDATE validation_attempts AS attempt SET ${WITHOUT_PERSON} FROM part WHERE attempt.id = part.id RETURNING 1`,
        [personId, STATEMENT_ROWS],
      );
      last = rows.length;
    }
    return total;
  }

  /** Those that ended longest ago, at most `limit`. What somebody else holds is left for the next time. @returns how many */
  async endedBefore(cutoff: Date, limit: number): Promise<number> {
    const rows = await this.database.query(
      `WITH due AS (SELECT id FROM validation_attempts WHERE anonymised_at IS NULL AND finished_at < $1
                    ORDER BY finished_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       UPDATE validation_attempts AS attempt SET id = ${ANOTHER_ID}, created_at = ${dayOf('created_at')},
         deadline_at = ${dayOf('deadline_at')}, finished_at = ${dayOf('finished_at')}, ${WITHOUT_PERSON}
       FROM due WHERE attempt.id = due.id RETURNING 1`,
      [cutoff, limit],
    );
    return rows.length;
  }
}
