import { Injectable, Logger } from '@nestjs/common';
import { type Actor } from '../../auth/index.js';
import { PersonsService } from '../../enrolment/index.js';
import { ComparisonFailures } from './comparison-failures.repository.js';
import { standingOf } from './lock-policy.js';
import { ValidationLock } from './lock.type.js';

/** What the desk does with the locks that failed comparisons have put on a person. */
@Injectable()
export class LocksService {
  private readonly logger = new Logger(LocksService.name);

  constructor(
    private readonly failures: ComparisonFailures,
    private readonly persons: PersonsService,
  ) {}

  async of(personId: string): Promise<ValidationLock> {
    await this.persons.get(personId);
    const records = await this.failures.ofPerson(personId);
    return new ValidationLock(Math.max(0, ...records.map(({ failures }) => failures)), standingOf(records));
  }

  /** Also when nothing is locked: lifting twice is no mistake. */
  async lift(personId: string, actor: Actor): Promise<ValidationLock> {
    const { failures, state } = await this.of(personId);
    await this.failures.clearPerson(personId);
    if (failures > 0) this.logger.log({ personId, actorId: actor.id, failures, state }, 'lock lifted');
    return this.of(personId);
  }
}
