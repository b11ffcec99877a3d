import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { CaptureSinks, type CaptureSink } from '../../../platform/captures/capture-sinks.js';
import { CaptureTickets } from '../../../platform/captures/capture-tickets.js';
import { AuditAction, AuditSubjectKind, ofPerson } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Timing } from '../../../platform/work/timing.js';
import { Database } from '../../../platform/database/database.js';
import { violatedUnique } from '../../../platform/database/unique-violation.js';
import { follow } from '../../../platform/events/follow.js';
import { StateChanges } from '../../../platform/events/state-changes.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { Outbox } from '../../../platform/queue/outbox.repository.js';
import { type Actor } from '../../auth/index.js';
import { ConsentRequired } from '../consents/consent.type.js';
import { ConsentsService } from '../consents/consents.service.js';
import { PersonsService } from '../persons/persons.service.js';
import { type EnrolmentRow } from './enrolment.entity.js';
import { type OpenEnrolmentInput } from './enrolment.inputs.js';
import { enrolmentJobs } from './enrolment.jobs.js';
import { EnrolmentOpened, EnrolmentRunning, type OpenEnrolmentResult } from './enrolment.type.js';
import { EnrolmentsRepository } from './enrolments.repository.js';

const MAX_PHOTOS = 5;

/** Opens enrolments and takes their photos; the worker does the rest. */
@Injectable()
export class EnrolmentsService implements CaptureSink, OnModuleInit {
  readonly maxFrames = MAX_PHOTOS;

  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly consents: ConsentsService,
    private readonly enrolments: EnrolmentsRepository,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly tickets: CaptureTickets,
    private readonly sinks: CaptureSinks,
    private readonly changes: StateChanges,
    private readonly timing: Timing,
    private readonly audit: AuditTrail,
  ) {}

  onModuleInit(): void {
    this.sinks.register('enrolment', this);
  }

  async open({ personId, idempotencyKey }: OpenEnrolmentInput, actor: Actor): Promise<OpenEnrolmentResult> {
    await this.persons.get(personId);
    const consent = await this.consents.active(personId);
    if (consent === null) return new ConsentRequired();
    try {
      const id = await this.database.transaction(async () => {
        await this.persons.hold(personId);
        const id = uuidv7();
        const request = { actorId: actor.id, operation: 'openEnrolment', key: idempotencyKey, input: { personId } };
        const earlier = await this.idempotency.claim(request, id);
        if (earlier !== undefined) return earlier;
        const deadlineAt = this.timing.captureDeadline();
        await this.enrolments.open({ id, personId, consentId: consent.id, openedBy: actor.id, deadlineAt });
        await this.audit.record({
          action: AuditAction.ENROLMENT_OPENED,
          actor: actor.id,
          ...ofPerson(AuditSubjectKind.ENROLMENT, { id, personId }, { consentId: consent.id }),
        });
        return id;
      });
      const enrolment = await this.get(id);
      return new EnrolmentOpened(enrolment, await this.tickets.issue('enrolment', id, enrolment.deadlineAt));
    } catch (error) {
      if (violatedUnique(error) !== 'enrolments_one_running') throw error;
      const running = await this.enrolments.findRunning(personId);
      if (running === null) throw error;
      return new EnrolmentRunning(running);
    }
  }

  async get(id: string): Promise<EnrolmentRow> {
    const enrolment = await this.enrolments.findById(id);
    if (enrolment === null) throw new NotFoundError('Enrolment');
    return enrolment;
  }

  list(personId: string, page: PageArgs): Promise<Page<EnrolmentRow>> {
    return this.enrolments.page(personId, page);
  }

  /** The enrolment now and after each change, until it has ended. */
  follow(id: string): AsyncGenerator<EnrolmentRow, void> {
    return follow(
      this.changes,
      { topic: 'enrolment', id },
      () => this.get(id),
      (enrolment) => enrolment.finishedAt !== null,
    );
  }

  awaits(enrolmentId: string): Promise<string | undefined> {
    return this.enrolments.work.awaitsCapture(enrolmentId);
  }

  accept(enrolmentId: string, captureId: string): Promise<boolean> {
    const queueing = this.enrolments.work.queueing(enrolmentId, captureId, this.timing.processingSeconds);
    return this.outbox.addWith(queueing, enrolmentJobs, 'enrolment.process', { enrolmentId });
  }
}
