import { Injectable, type OnModuleInit } from '@nestjs/common';
import { assertNever } from '../../../common/assert-never.js';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { type CaptureSink, CaptureSinks } from '../../../platform/captures/capture-sinks.js';
import { CaptureTickets } from '../../../platform/captures/capture-tickets.js';
import { Database } from '../../../platform/database/database.js';
import { follow } from '../../../platform/events/follow.js';
import { type Batch, followAll } from '../../../platform/events/follow-all.js';
import { StateChanges } from '../../../platform/events/state-changes.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { Backlog } from '../../../platform/queue/backlog.js';
import { Outbox } from '../../../platform/queue/outbox.repository.js';
import { Sheds } from '../../../platform/resilience/sheds.js';
import { Telemetry } from '../../../platform/telemetry/telemetry.js';
import { Timing } from '../../../platform/work/timing.js';
import { type Actor } from '../../auth/index.js';
import { PersonsService } from '../../enrolment/index.js';
import { challengeAt } from '../challenge/challenge-at.js';
import { Challenge } from '../challenge/challenge.type.js';
import { CheckpointAccess } from '../checkpoints/checkpoint-access.js';
import { type CheckpointRow } from '../checkpoints/checkpoint.entity.js';
import { CheckpointsService } from '../checkpoints/checkpoints.service.js';
import { maySeeAttempt } from '../checkpoints/reach.js';
import { TurnsService } from '../turns/turns.service.js';
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

/** Twice a second is live to the eye; a burst of 40 validations a second is a batch of 20 with several states each. */
const LIVE = { pause: 500, most: 100 } as const;

/** Opens attempts, takes their frames and tells their results; the worker decides. */
@Injectable()
export class AttemptsService implements CaptureSink, OnModuleInit {
  readonly maxFrames = MAX_FRAMES;

  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsRepository,
    private readonly checkpoints: CheckpointsService,
    private readonly access: CheckpointAccess,
    private readonly turns: TurnsService,
    private readonly openings: OpeningRate,
    private readonly admission: AdmissionService,
    private readonly persons: PersonsService,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly backlog: Backlog,
    private readonly sheds: Sheds,
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
    // Before anything is asked of the database: whoever is turned away must not cost what the others need.
    if (await this.backlog.isTooLong()) return new CheckpointBusy(this.sheds.note('validations'));
    await this.access.require(actor, input.checkpointId, 'openValidation');
    const checkpoint = await this.checkpoints.get(input.checkpointId, actor);
    if (checkpoint.closedAt !== null) return new CheckpointClosed();
    const wait = await this.openings.take(actor.id, checkpoint.id);
    if (wait > 0) return new CheckpointBusy(wait);
    const admission = await this.admission.of(input.credential);
    const attempt = await this.record(input, checkpoint, admission, actor);
    // One that was opened earlier with this key may be further by now; it was not refused all the same.
    if (attempt.state === AttemptState.REJECTED) return this.refusalOf(attempt);
    const { id, deadlineAt, challenge } = attempt;
    const ticket = await this.tickets.issue('validation', id, deadlineAt);
    return new ValidationOpened(attempt, ticket, challenge && new Challenge(challenge, deadlineAt));
  }

  /** @throws NotFoundError when there is none, or none that the actor may see */
  async get(id: string, actor: Actor): Promise<AttemptRow> {
    const attempt = await this.attempts.findById(id);
    if (attempt === null || !maySeeAttempt(actor, attempt)) throw new NotFoundError('Validation');
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
        return new ValidationAccepted(personId === null ? null : ((await this.persons.find(personId)) ?? null));
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
  follow(id: string, actor: Actor): AsyncGenerator<AttemptRow, void> {
    return follow(
      this.changes,
      { topic: 'validation', id },
      () => this.get(id, actor),
      (attempt) => attempt.finishedAt !== null,
    );
  }

  /** Every attempt that is made or changes, in batches. @param checkpointId null for all checkpoints */
  followAll(checkpointId: string | null): AsyncGenerator<Batch<AttemptRow>, void> {
    const read = (ids: readonly string[]) => this.attempts.among(ids, { checkpointId });
    return followAll(this.changes, ['validation', 'validation-made'], read, LIVE);
  }

  awaits(attemptId: string): Promise<string | undefined> {
    return this.attempts.work.awaitsCapture(attemptId);
  }

  accept(attemptId: string, captureId: string): Promise<boolean> {
    const queueing = this.attempts.work.queueing(attemptId, captureId, this.timing.processingSeconds);
    return this.outbox.addWith(queueing, validationJobs, 'validation.process', { attemptId });
  }

  /** @returns the attempt, new or made before with the same key */
  private record(
    input: OpenValidationInput,
    checkpoint: CheckpointRow,
    admission: Admission,
    actor: Actor,
  ): Promise<AttemptRow> {
    // The PIN stays out of what is hashed: of six digits a plain hash hides nothing.
    const { idempotencyKey: key, pin, ...asked } = input;
    const method = methodAt(checkpoint);
    const demand =
      method === ValidationMethod.FACE ? undefined : ({ place: 'CHECKPOINT', pin: pin ?? undefined } as const);
    return this.database.transaction(async () => {
      const id = uuidv7();
      const request = { actorId: actor.id, operation: 'openValidation', key, input: asked };
      const earlier = await this.idempotency.claim(request, id);
      if (earlier !== undefined) return this.get(earlier, actor);
      const { credentialId, credentialKind, personId } = admission;
      const { checkpointId, nonce } = asked;
      const turn = await this.turns.take(nonce, { checkpointId, actor, credentialKind });
      const refusal = await this.admission.settle(withRefusal(admission, turn.refusal), demand);
      const attempt = {
        id,
        checkpointId,
        credentialId,
        personId,
        method,
        openedBy: actor.id,
        turnId: turn.refusal === undefined ? turn.turnId : null,
        deadlineAt: this.timing.captureDeadline(),
      };
      const made = await (refusal === undefined
        ? this.attempts.open({ ...attempt, ...challengeAt(checkpoint, input) })
        : this.attempts.refuse(attempt, refusal));
      await this.noteRefusal(made, turn.turnId);
      return made;
    });
  }

  private async refusalOf(attempt: AttemptRow): Promise<OpenValidationResult> {
    if (attempt.reason === ValidationReason.LOCKED) return new ValidationLocked(attempt);
    if (attempt.reason !== ValidationReason.TOO_MANY_FAILURES) return new ValidationRefused(attempt);
    return new ValidationThrottled(attempt, await this.admission.retryAfter(attempt));
  }

  /** Asks the row, because the database refuses by itself when the person was erased a moment ago. */
  private async noteRefusal(
    { id, state, reason, openedBy, personId }: AttemptRow,
    turnId: string | null,
  ): Promise<void> {
    if (state !== AttemptState.REJECTED || reason === null) return;
    await this.attempts.work.recordEnd({ id, state, reason, personId, turnId }, openedBy);
    this.database.afterCommit(() => {
      this.telemetry.validationEnded(state, reason);
    });
  }
}

/** A turn that is none comes before everything that the credential says. */
const withRefusal = (admission: Admission, refusal: ValidationReason | undefined): Admission =>
  refusal === undefined ? admission : { ...admission, refusal };
