import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, AuditSubjectKind, ofPerson } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { Telemetry } from '../../../platform/telemetry/telemetry.js';
import { type Actor } from '../../auth/index.js';
import { ConsentsService, CredentialsService } from '../../enrolment/index.js';
import { type AttemptRow } from './attempt.entity.js';
import { type ConfirmValidationInput } from './attempt.inputs.js';
import { ConfirmationRefused, type ConfirmValidationResult, ValidationConfirmed } from './attempt.type.js';
import { AttemptsRepository, type NewAttempt } from './attempts.repository.js';
import { AttemptsService } from './attempts.service.js';
import { ConfirmationRefusal, confirmationRefusal } from './confirmation.js';
import { ValidationMethod } from './validation-method.js';
import { AttemptState, ValidationReason } from './validation-reason.js';

/**
 * The operator's half of a validation without a challenge: the worker compared the face, they saw that it is a person's.
 * What has ended stays as it ended; the word is an attempt of its own (docs/adr/0043).
 */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsRepository,
    private readonly reading: AttemptsService,
    private readonly credentials: CredentialsService,
    private readonly consents: ConsentsService,
    private readonly audit: AuditTrail,
    private readonly telemetry: Telemetry,
  ) {}

  /** @throws NotFoundError when there is no such attempt */
  async confirm({ id, attestation }: ConfirmValidationInput, actor: Actor): Promise<ConfirmValidationResult> {
    await this.reading.get(id, actor);
    return this.database.transaction(async () => {
      const confirmed = await this.attempts.hold(id);
      const earlier = await this.attempts.findConfirmation(id);
      if (earlier !== null)
        return earlier.attestedBy === actor.id
          ? new ValidationConfirmed(earlier)
          : new ConfirmationRefused(ConfirmationRefusal.CONFIRMED_BEFORE);
      const { personId, credentialId } = confirmed ?? {};
      if (!confirmed || !personId || !credentialId) return new ConfirmationRefused(ConfirmationRefusal.NOT_WAITING);
      const refusal = confirmationRefusal(confirmed, new Date()) ?? (await this.endedSince(personId, credentialId));
      if (refusal !== undefined) return new ConfirmationRefused(refusal);
      const attempt = { ...wordOn(confirmed, actor), attestation };
      return new ValidationConfirmed(await this.record(attempt, personId, id));
    });
  }

  /** What the worker asked minutes ago, asked again. */
  private async endedSince(personId: string, credentialId: string): Promise<ConfirmationRefusal | undefined> {
    const { revokedAt, expiresAt } = await this.credentials.get(credentialId);
    if (revokedAt !== null || expiresAt <= new Date()) return ConfirmationRefusal.CREDENTIAL_ENDED;
    return (await this.consents.active(personId)) === null ? ConfirmationRefusal.CONSENT_MISSING : undefined;
  }

  private async record(attempt: NewAttempt, personId: string, confirms: string): Promise<AttemptRow> {
    const { id, checkpointId, attestation, openedBy } = attempt;
    const ending = { state: AttemptState.ACCEPTED, reason: ValidationReason.CONFIRMED };
    const made = await this.attempts.attest(attempt, ending.reason);
    const codes = { checkpointId, attestation: String(attestation), confirms };
    await this.audit.record({
      action: AuditAction.VALIDATION_CONFIRMED,
      actor: openedBy,
      ...ofPerson(AuditSubjectKind.VALIDATION, { id, personId }, codes),
    });
    await this.attempts.work.recordEnd({ id, personId, ...ending }, openedBy);
    this.database.afterCommit(() => {
      this.telemetry.validationEnded(ending.state, ending.reason);
    });
    return made;
  }
}

const wordOn = ({ id, checkpointId, credentialId, personId }: AttemptRow, actor: Actor): NewAttempt => ({
  id: uuidv7(),
  checkpointId,
  credentialId,
  personId,
  method: ValidationMethod.FACE_AND_OPERATOR,
  confirms: id,
  attestedBy: actor.id,
  openedBy: actor.id,
  turnId: null,
  deadlineAt: new Date(),
});
