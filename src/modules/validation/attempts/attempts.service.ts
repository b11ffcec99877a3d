import { Injectable, type OnModuleInit } from '@nestjs/common';
import { assertNever } from '../../../common/assert-never.js';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { type CaptureSink, CaptureSinks } from '../../../platform/captures/capture-sinks.js';
import { CaptureTickets } from '../../../platform/captures/capture-tickets.js';
import { Database } from '../../../platform/database/database.js';
import { follow } from '../../../platform/events/follow.js';
import { StateChanges } from '../../../platform/events/state-changes.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { Outbox } from '../../../platform/queue/outbox.repository.js';
import { Telemetry } from '../../../platform/telemetry/telemetry.js';
import { Timing } from '../../../platform/work/timing.js';
import { type Actor } from '../../auth/index.js';
import { PersonsService } from '../../enrolment/index.js';
import { type CheckpointRow } from '../checkpoints/checkpoint.entity.js';
import { CheckpointsService } from '../checkpoints/checkpoints.service.js';
import { type Admission, AdmissionService } from './admission.service.js';
import { type AttemptRow } from './attempt.entity.js';
import { type OpenValidationInput, type ValidationsArgs } from './attempt.inputs.js';
import { validationJobs } from './attempt.jobs.js';
import {
  CheckpointBusy,
  CheckpointClosed,
  type OpenValidationResult,
  ValidationAccepted,
  ValidationExpired,
  ValidationFailed,
  ValidationInconclusive,
  ValidationLocked,
  ValidationOpened,
  ValidationRefused,
  ValidationRejected,
  type ValidationResult,
  ValidationThrottled,
} from './attempt.type.js';
import { AttemptsRepository } from './attempts.repository.js';
import { OpeningRate } from './opening-rate.js';
import { methodAt, ValidationMethod } from './validation-method.js';
import { AttemptState, ValidationReason } from './validation-reason.js';

const MAX_FRAMES = 8;

/** Opens attempts, takes their frames and tells their results; the worker decides. */
@Injectable()
export class AttemptsService implements CaptureSink, OnModuleInit {
  readonly maxFrames = MAX_FRAMES;

  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsRepository,
    private readonly checkpoints: CheckpointsService,
    private readonly openings: OpeningRate,
    private readonly admission: AdmissionService,
    private readonly persons: PersonsService,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly tickets: CaptureTickets,
    private readonly sinks: CaptureSinks,
    private readonly changes: StateChanges,
    private readonly timing: Timing,
    private readonly telemetry: Telemetry,
  ) {}

  onModuleInit(): void {
    this.sinks.register('validation', this);
  }

  /** Every try leaves a row, also one with a QR that is none of ours. */
  async open(input: OpenValidationInput, actor: Actor): Promise<OpenValidationResult> {
    const checkpoint = await this.checkpoints.get(input.checkpointId);
    if (checkpoint.closedAt !== null) return new CheckpointClosed();
    const wait = await this.openings.take(actor.id, checkpoint.id);
    if (wait > 0) return new CheckpointBusy(wait);
    const admission = await this.admission.of(input.credential);
    const attempt = await this.get(await this.record(input, checkpoint, admission, actor));
    if (attempt.state !== AttemptState.OPEN) return this.refusalOf(attempt);
    return new ValidationOpened(attempt, await this.tickets.issue('validation', attempt.id, attempt.deadlineAt));
  }

  async get(id: string): Promise<AttemptRow> {
    const attempt = await this.attempts.findById(id);
    if (attempt === null) throw new NotFoundError('Validation');
    return attempt;
  }

  list(args: ValidationsArgs): Promise<Page<AttemptRow>> {
    return this.attempts.page(args);
  }

  /** Undefined until the attempt is final. */
  async result({
    state,
    reason,
    personId,
  }: Pick<AttemptRow, 'state' | 'reason' | 'personId'>): Promise<ValidationResult | undefined> {
    const why = reason ?? ValidationReason.PROCESSING_FAILED;
    switch (state) {
      case AttemptState.OPEN:
      case AttemptState.QUEUED:
      case AttemptState.PROCESSING:
        return undefined;
      case AttemptState.ACCEPTED:
        return new ValidationAccepted((await this.persons.find(personId ?? '')) ?? null);
      case AttemptState.REJECTED:
        return new ValidationRejected(why);
      case AttemptState.INCONCLUSIVE:
        return new ValidationInconclusive(why);
      case AttemptState.EXPIRED:
        return new ValidationExpired(why);
      case AttemptState.FAILED:
        return new ValidationFailed(why);
      default:
        return assertNever(state);
    }
  }

  /** The attempt now and after each change, until it is final. */
  follow(id: string): AsyncGenerator<AttemptRow, void> {
    return follow(
      this.changes,
      { topic: 'validation', id },
      () => this.get(id),
      (attempt) => attempt.finishedAt !== null,
    );
  }

  awaits(attemptId: string): Promise<string | undefined> {
    return this.attempts.work.awaitsCapture(attemptId);
  }

  accept(attemptId: string, captureId: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const queued = await this.attempts.work.queue(attemptId, captureId, this.timing.processingSeconds);
      if (queued) await this.outbox.add(validationJobs, 'validation.process', { attemptId });
      return queued;
    });
  }

  /** @returns the id of the attempt, new or made before with the same key */
  private record(
    input: OpenValidationInput,
    checkpoint: CheckpointRow,
    admission: Admission,
    actor: Actor,
  ): Promise<string> {
    // The PIN stays out of what is hashed: of six digits a plain hash hides nothing.
    const { idempotencyKey: key, pin, ...asked } = input;
    const method = methodAt(checkpoint);
    const demand =
      method === ValidationMethod.FACE ? undefined : ({ place: 'CHECKPOINT', pin: pin ?? undefined } as const);
    return this.database.transaction(async () => {
      const id = uuidv7();
      const request = { actorId: actor.id, operation: 'openValidation', key, input: asked };
      const earlier = await this.idempotency.claim(request, id);
      if (earlier !== undefined) return earlier;
      const { credentialId, personId } = admission;
      const attempt = {
        id,
        checkpointId: asked.checkpointId,
        credentialId,
        personId,
        method,
        openedBy: actor.id,
        deadlineAt: this.timing.captureDeadline(),
      };
      const refusal = await this.admission.settle(admission, demand);
      if (refusal === undefined) await this.attempts.open(attempt);
      else await this.attempts.refuse(attempt, refusal);
      await this.noteRefusal(await this.get(id));
      return id;
    });
  }

  private async refusalOf(attempt: AttemptRow): Promise<OpenValidationResult> {
    if (attempt.reason === ValidationReason.LOCKED) return new ValidationLocked(attempt);
    if (attempt.reason !== ValidationReason.TOO_MANY_FAILURES) return new ValidationRefused(attempt);
    return new ValidationThrottled(attempt, await this.admission.retryAfter(attempt));
  }

  /** Asks the row, because the database refuses by itself when the person was erased a moment ago. */
  private async noteRefusal({ id, state, reason, openedBy, personId }: AttemptRow): Promise<void> {
    if (state !== AttemptState.REJECTED || reason === null) return;
    await this.attempts.work.recordEnd({ id, state, reason, personId }, openedBy);
    this.database.afterCommit(() => {
      this.telemetry.validationEnded(state, reason);
    });
  }
}
