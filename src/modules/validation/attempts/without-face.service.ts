import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, AuditSubjectKind, ofPerson } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { Telemetry } from '../../../platform/telemetry/telemetry.js';
import { type Actor } from '../../auth/index.js';
import { CheckpointsService } from '../checkpoints/checkpoints.service.js';
import { type Admission, AdmissionService } from './admission.service.js';
import { type ValidateWithoutFaceInput } from './attempt.inputs.js';
import {
  CheckpointBusy,
  CheckpointClosed,
  type ValidateWithoutFaceResult,
  ValidationAttested,
  ValidationRefused,
} from './attempt.type.js';
import { AttemptsRepository, type NewAttempt } from './attempts.repository.js';
import { AttemptsService } from './attempts.service.js';
import { OpeningRate } from './opening-rate.js';
import { ValidationMethod } from './validation-method.js';
import { AttemptState, ValidationReason } from './validation-reason.js';

/**
 * The way that is always open: QR, PIN and an operator's word. It asks for no consent and touches no template, and
 * failed comparisons of faces don't stand against it (docs/adr/0036).
 */
@Injectable()
export class WithoutFaceService {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: CheckpointsService,
    private readonly openings: OpeningRate,
    private readonly admission: AdmissionService,
    private readonly attempts: AttemptsRepository,
    private readonly reading: AttemptsService,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly telemetry: Telemetry,
  ) {}

  /** Every try leaves a row, as with a face. */
  async validate(input: ValidateWithoutFaceInput, actor: Actor): Promise<ValidateWithoutFaceResult> {
    const checkpoint = await this.checkpoints.get(input.checkpointId, actor);
    if (checkpoint.closedAt !== null) return new CheckpointClosed();
    const wait = await this.openings.take(actor.id, checkpoint.id);
    if (wait > 0) return new CheckpointBusy(wait);
    const admission = await this.admission.ofCredential(input.credential);
    const attempt = await this.reading.get(await this.record(input, admission, actor), actor);
    return attempt.state === AttemptState.ACCEPTED ? new ValidationAttested(attempt) : new ValidationRefused(attempt);
  }

  /** @returns the id of the attempt, new or made before with the same key */
  private record(input: ValidateWithoutFaceInput, admission: Admission, actor: Actor): Promise<string> {
    // The PIN stays out of what is hashed: of six digits a plain hash hides nothing.
    const { idempotencyKey: key, pin, ...asked } = input;
    return this.database.transaction(async () => {
      const id = uuidv7();
      const request = { actorId: actor.id, operation: 'validateWithoutFace', key, input: asked };
      const earlier = await this.idempotency.claim(request, id);
      if (earlier !== undefined) return earlier;
      const refusal = await this.admission.settle(admission, { place: 'OPERATOR', pin });
      await this.end(attemptOf(id, input, admission, actor), refusal);
      return id;
    });
  }

  private async end(attempt: NewAttempt, refusal: ValidationReason | undefined): Promise<void> {
    const { id, personId, openedBy } = attempt;
    const accepted = refusal === undefined;
    const ending = {
      state: accepted ? AttemptState.ACCEPTED : AttemptState.REJECTED,
      reason: refusal ?? ValidationReason.ATTESTED,
    };
    if (accepted) {
      await this.attempts.attest(attempt, ending.reason);
      await this.recordAttestation(attempt);
    } else await this.attempts.refuse(attempt, ending.reason);
    await this.attempts.work.recordEnd({ id, personId, ...ending }, openedBy);
    this.database.afterCommit(() => {
      this.telemetry.validationEnded(ending.state, ending.reason);
    });
  }

  private recordAttestation(attempt: NewAttempt): Promise<void> {
    const { id, personId, checkpointId, attestation, withoutFaceBecause } = attempt;
    const codes = { checkpointId, reason: String(withoutFaceBecause), attestation: String(attestation) };
    return this.audit.record({
      action: AuditAction.VALIDATION_ATTESTED,
      actor: attempt.openedBy,
      ...ofPerson(AuditSubjectKind.VALIDATION, { id, personId: String(personId) }, codes),
    });
  }
}

const attemptOf = (
  id: string,
  { checkpointId, reason, attestation }: ValidateWithoutFaceInput,
  { credentialId, personId }: Admission,
  actor: Actor,
): NewAttempt => ({
  id,
  checkpointId,
  credentialId,
  personId,
  method: ValidationMethod.QR_PIN_OPERATOR,
  attestedBy: actor.id,
  attestation,
  withoutFaceBecause: reason,
  openedBy: actor.id,
  turnId: null,
  deadlineAt: new Date(),
});
