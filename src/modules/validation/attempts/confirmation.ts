import { registerEnumType } from '@nestjs/graphql';
import { type AttemptRow } from './attempt.entity.js';
import { AttemptState, ValidationReason } from './validation-reason.js';

/** Why an operator's word on an attempt is not taken. */
export enum ConfirmationRefusal {
  NOT_WAITING = 'NOT_WAITING',
  TOO_LATE = 'TOO_LATE',
  CONFIRMED_BEFORE = 'CONFIRMED_BEFORE',
  CREDENTIAL_ENDED = 'CREDENTIAL_ENDED',
  CONSENT_MISSING = 'CONSENT_MISSING',
}
registerEnumType(ConfirmationRefusal, {
  name: 'ConfirmationRefusal',
  description:
    'NOT_WAITING: the attempt did not end with WITHOUT_CHALLENGE. TOO_LATE: more than ten minutes ago; open another one. ' +
    'CONFIRMED_BEFORE: by another operator. CREDENTIAL_ENDED, CONSENT_MISSING: since then.',
});

/** Who was before the camera is still there for so long, milliseconds. */
export const CONFIRMABLE_MS = 10 * 60_000;

/** Whether an attempt, as it ended, waits for an operator. @returns why it does not; undefined when it does */
export function confirmationRefusal(
  { state, reason, finishedAt }: Pick<AttemptRow, 'state' | 'reason' | 'finishedAt'>,
  now: Date,
): ConfirmationRefusal | undefined {
  const waits = state === AttemptState.INCONCLUSIVE && reason === ValidationReason.WITHOUT_CHALLENGE;
  if (!waits || finishedAt === null) return ConfirmationRefusal.NOT_WAITING;
  return now.getTime() - finishedAt.getTime() > CONFIRMABLE_MS ? ConfirmationRefusal.TOO_LATE : undefined;
}
