import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type ComparisonSubject } from '../locks/comparison-failures.repository.js';
import { type FailureRecord } from '../locks/lock-policy.js';

/** What a person's face may be compared on, and what stands against it. */
export interface Grounds {
  /** By the clock of the database: that of this process, which judges signatures, may be behind. */
  readonly expired: boolean;
  /** Has a consent that is not withdrawn. */
  readonly consented: boolean;
  /** Has a template of any model. */
  readonly enrolled: boolean;
  /** Of the person and of the credential. */
  readonly failures: readonly FailureRecord[];
}

@Injectable()
export class AdmissionRepository {
  constructor(private readonly database: Database) {}

  /** In one statement: three questions would be three messages to the database, before every validation. */
  async groundsOf({ personId, credentialId }: ComparisonSubject): Promise<Grounds> {
    const [grounds] = await this.database.query<Grounds>(
      `SELECT EXISTS (SELECT FROM credentials WHERE id = $2 AND expires_at <= now()) AS expired,
         EXISTS (SELECT FROM consents WHERE person_id = $1 AND withdrawn_at IS NULL) AS consented,
         EXISTS (SELECT FROM templates WHERE person_id = $1) AS enrolled,
         coalesce((SELECT json_agg(json_build_object('failures', failures,
             'secondsSinceLast', extract(epoch FROM clock_timestamp() - last_failed_at)))
           FROM comparison_failures WHERE subject_id IN ($1, $2)), '[]') AS failures`,
      [personId, credentialId],
    );
    if (grounds === undefined) throw new Error('A statement without FROM gives one row.');
    return grounds;
  }
}
