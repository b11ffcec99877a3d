import { Injectable } from '@nestjs/common';
import { AuditAction, AuditSubjectKind, ofPerson } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { type Actor } from '../../auth/index.js';
import { PersonsService } from '../../enrolment/index.js';
import { ComparisonFailures } from './comparison-failures.repository.js';
import { standingOf } from './lock-policy.js';
import { ValidationLock } from './lock.type.js';

/** What the desk does with the locks that failed comparisons have put on a person. */
@Injectable()
export class LocksService {
  constructor(
    private readonly database: Database,
    private readonly failures: ComparisonFailures,
    private readonly persons: PersonsService,
    private readonly audit: AuditTrail,
  ) {}

  async of(personId: string): Promise<ValidationLock> {
    await this.persons.get(personId);
    const records = await this.failures.ofPerson(personId);
    return new ValidationLock(Math.max(0, ...records.map(({ failures }) => failures)), standingOf(records));
  }

  /** Also when nothing is locked: lifting twice is no mistake. */
  async lift(personId: string, actor: Actor): Promise<ValidationLock> {
    await this.persons.get(personId);
    await this.database.transaction(async () => {
      const forgotten = await this.failures.clearPerson(personId);
      if (forgotten === 0) return;
      await this.audit.record({
        action: AuditAction.LOCK_LIFTED,
        actor: actor.id,
        ...ofPerson(AuditSubjectKind.PERSON, { id: personId, personId }),
      });
    });
    return this.of(personId);
  }
}
