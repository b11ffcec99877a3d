import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { currentCorrelationId } from '../../../common/context/request-context.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { WorkItems } from '../../../platform/work/work-items.js';
import { ENROLMENT_WORK } from './enrolment-work.js';
import { EnrolmentRow } from './enrolment.entity.js';
import { EnrolmentState } from './enrolment.type.js';

@Injectable()
export class EnrolmentsRepository {
  /** The steps from OPEN to a final state. */
  readonly work: WorkItems;

  constructor(
    private readonly database: Database,
    audit: AuditTrail,
  ) {
    this.work = new WorkItems(database, ENROLMENT_WORK, audit);
  }

  findById(id: string): Promise<EnrolmentRow | null> {
    return this.database.first(EnrolmentRow, { id });
  }

  page(personId: string, args: PageArgs): Promise<Page<EnrolmentRow>> {
    const query = this.database.repository(EnrolmentRow).createQueryBuilder('enrolment');
    return keysetPage(query.where({ personId }), args);
  }

  findRunning(personId: string): Promise<EnrolmentRow | null> {
    return this.database.repository(EnrolmentRow).findOneBy({ personId, finishedAt: IsNull() });
  }

  async open(
    enrolment: Pick<EnrolmentRow, 'id' | 'personId' | 'consentId' | 'openedBy' | 'deadlineAt'>,
  ): Promise<void> {
    await this.database
      .repository(EnrolmentRow)
      .insert({ ...enrolment, state: EnrolmentState.OPEN, correlationId: currentCorrelationId() });
  }
}
