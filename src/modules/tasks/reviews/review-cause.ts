import { assertNever } from '../../../common/assert-never.js';
import { AttemptState, type EndedAttempt, ValidationMethod, ValidationReason } from '../../validation/index.js';
import { ReviewCause } from './review-codes.js';

/** So many failures within {@link REPEATED_MS} at one kiosk are a case of their own: somebody there needs help, or tries. */
export const REPEATED_FAILURES = 5;
export const REPEATED_MS = 3 * 60_000;

/** Why an attempt, as it ended, is looked at; undefined when it is not. */
export function causeOf({
  state,
  reason,
  method,
}: Pick<EndedAttempt, 'state' | 'reason' | 'method'>): ReviewCause | undefined {
  switch (state) {
    case AttemptState.INCONCLUSIVE:
      return reason === ValidationReason.WITHOUT_CHALLENGE ? ReviewCause.AWAITS_CONFIRMATION : ReviewCause.INCONCLUSIVE;
    case AttemptState.FAILED:
      return ReviewCause.FAILED;
    case AttemptState.ACCEPTED:
      return isByOperator(method) ? ReviewCause.BY_OPERATOR : undefined;
    case AttemptState.REJECTED:
    case AttemptState.EXPIRED:
    case AttemptState.OPEN:
    case AttemptState.QUEUED:
    case AttemptState.PROCESSING:
      return undefined;
    default:
      return assertNever(state);
  }
}

/** Whether it counts among the failures at its kiosk. */
export const isFailure = ({ state, atKiosk }: Pick<EndedAttempt, 'state' | 'atKiosk'>): boolean =>
  atKiosk && [AttemptState.REJECTED, AttemptState.INCONCLUSIVE, AttemptState.FAILED].includes(state);

const isByOperator = (method: ValidationMethod): boolean =>
  method === ValidationMethod.QR_PIN_OPERATOR || method === ValidationMethod.FACE_AND_OPERATOR;
