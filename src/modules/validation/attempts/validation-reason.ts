import { registerEnumType } from '@nestjs/graphql';

export enum AttemptState {
  OPEN = 'OPEN',
  QUEUED = 'QUEUED',
  PROCESSING = 'PROCESSING',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  INCONCLUSIVE = 'INCONCLUSIVE',
  EXPIRED = 'EXPIRED',
  FAILED = 'FAILED',
}
registerEnumType(AttemptState, {
  name: 'ValidationState',
  description: 'OPEN → QUEUED → PROCESSING → one of the others, which are final.',
});

/** Why an attempt ended as it did; closed, so that a kiosk can have a sentence for each. */
export enum ValidationReason {
  MATCH = 'MATCH',
  ATTESTED = 'ATTESTED',

  CREDENTIAL_INVALID = 'CREDENTIAL_INVALID',
  CREDENTIAL_EXPIRED = 'CREDENTIAL_EXPIRED',
  CREDENTIAL_REVOKED = 'CREDENTIAL_REVOKED',
  CREDENTIAL_FOREIGN = 'CREDENTIAL_FOREIGN',
  PASS_EXPIRED = 'PASS_EXPIRED',
  PASS_REPLAYED = 'PASS_REPLAYED',
  PIN_REQUIRED = 'PIN_REQUIRED',
  PIN_NOT_SET = 'PIN_NOT_SET',
  PIN_WRONG = 'PIN_WRONG',
  PIN_LOCKED = 'PIN_LOCKED',
  CONSENT_MISSING = 'CONSENT_MISSING',
  NOT_ENROLLED = 'NOT_ENROLLED',
  /** Failed too often in a row: wait. */
  TOO_MANY_FAILURES = 'TOO_MANY_FAILURES',
  /** Failed so often that waiting does not help: somebody lifts the lock. */
  LOCKED = 'LOCKED',
  FACE_MISMATCH = 'FACE_MISMATCH',

  NO_FACE = 'NO_FACE',
  SEVERAL_FACES = 'SEVERAL_FACES',
  TOO_SMALL = 'TOO_SMALL',
  TOO_DARK = 'TOO_DARK',
  TOO_BRIGHT = 'TOO_BRIGHT',
  BLURRED = 'BLURRED',
  TURNED_AWAY = 'TURNED_AWAY',
  CUT_OFF = 'CUT_OFF',
  IMAGE_UNREADABLE = 'IMAGE_UNREADABLE',
  DIFFERENT_FACES = 'DIFFERENT_FACES',
  TEMPLATE_OUTDATED = 'TEMPLATE_OUTDATED',

  CAPTURE_NOT_RECEIVED = 'CAPTURE_NOT_RECEIVED',
  CAPTURE_LOST = 'CAPTURE_LOST',
  PROCESSING_TIMED_OUT = 'PROCESSING_TIMED_OUT',

  PROCESSING_FAILED = 'PROCESSING_FAILED',
}
registerEnumType(ValidationReason, { name: 'ValidationReason' });
