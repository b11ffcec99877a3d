import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type FailureRecord } from './lock-policy.js';

/** One fixed number, so that this lock meets no other kind of lock. */
const PERSON_LOCK = 7_302;

/** Who is compared: a person, by one of their credentials. */
export interface ComparisonSubject {
  readonly personId: string;
  readonly credentialId: string;
}

@Injectable()
export class ComparisonFailures {
  constructor(private readonly database: Database) {}

  /** Of the person and of the credential; a subject without failures has no record. */
  of({ personId, credentialId }: ComparisonSubject): Promise<FailureRecord[]> {
    return this.records('subject_id IN ($1, $2)', [personId, credentialId]);
  }

  /** Of the person and of all their credentials. */
  ofPerson(personId: string): Promise<FailureRecord[]> {
    return this.records('person_id = $1', [personId]);
  }

  /** Lets one decision on a person be written at a time, until the open transaction ends. */
  async hold({ personId }: ComparisonSubject): Promise<void> {
    this.database.requireTransaction();
    await this.database.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [PERSON_LOCK, personId]);
  }

  async add({ personId, credentialId }: ComparisonSubject): Promise<void> {
    await this.database.query(
      `INSERT INTO comparison_failures AS earlier (subject_id, person_id, failures, last_failed_at)
       SELECT subject, $1, 1, clock_timestamp() FROM unnest(ARRAY[$1, $2]::uuid[]) AS subject
       ON CONFLICT (subject_id) DO UPDATE
         SET failures = earlier.failures + 1, last_failed_at = excluded.last_failed_at`,
      [personId, credentialId],
    );
  }

  async clear({ personId, credentialId }: ComparisonSubject): Promise<void> {
    await this.database.query('DELETE FROM comparison_failures WHERE subject_id IN ($1, $2)', [personId, credentialId]);
  }

  /** @returns how many subjects had failures */
  async clearPerson(personId: string): Promise<number> {
    const rows = await this.database.query('DELETE FROM comparison_failures WHERE person_id = $1 RETURNING 1', [
      personId,
    ]);
    return rows.length;
  }

  private records(condition: string, parameters: readonly string[]): Promise<FailureRecord[]> {
    return this.database.query<FailureRecord>(
      `SELECT failures, extract(epoch FROM clock_timestamp() - last_failed_at)::float8 AS "secondsSinceLast"
       FROM comparison_failures WHERE ${condition}`,
      parameters,
    );
  }
}
