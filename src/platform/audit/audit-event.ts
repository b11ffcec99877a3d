/** What is recorded; closed, but growing: something new to record is a value here and one call of {@link AuditTrail.record}. */
export enum AuditAction {
  SIGN_IN = 'SIGN_IN',
  REFRESH_TOKEN_REUSED = 'REFRESH_TOKEN_REUSED',
  PERMISSION_REFUSED = 'PERMISSION_REFUSED',

  USER_CREATED = 'USER_CREATED',
  USER_ROLES_CHANGED = 'USER_ROLES_CHANGED',
  USER_DISABLED = 'USER_DISABLED',
  USER_ENABLED = 'USER_ENABLED',
  PASSWORD_CHANGED = 'PASSWORD_CHANGED',
  PASSKEY_REGISTERED = 'PASSKEY_REGISTERED',
  PASSKEYS_REMOVED = 'PASSKEYS_REMOVED',

  DEVICE_PAIRING_CREATED = 'DEVICE_PAIRING_CREATED',
  DEVICE_PAIRED = 'DEVICE_PAIRED',
  /** Refusals only: a device signs in every few minutes. */
  DEVICE_SIGN_IN = 'DEVICE_SIGN_IN',
  DEVICE_RENAMED = 'DEVICE_RENAMED',
  DEVICE_REVOKED = 'DEVICE_REVOKED',

  PERSON_REGISTERED = 'PERSON_REGISTERED',
  /** One for a whole batch; the persons it made know its subject, the import. */
  PERSONS_IMPORTED = 'PERSONS_IMPORTED',
  PERSON_CORRECTED = 'PERSON_CORRECTED',
  PERSON_ERASED = 'PERSON_ERASED',
  PERSON_EXPORTED = 'PERSON_EXPORTED',
  RETENTION_APPLIED = 'RETENTION_APPLIED',
  CONSENT_RECORDED = 'CONSENT_RECORDED',
  CONSENT_WITHDRAWN = 'CONSENT_WITHDRAWN',
  ENROLMENT_OPENED = 'ENROLMENT_OPENED',
  ENROLMENT_ENDED = 'ENROLMENT_ENDED',
  CREDENTIAL_ISSUED = 'CREDENTIAL_ISSUED',
  CREDENTIAL_REVOKED = 'CREDENTIAL_REVOKED',
  PIN_SET = 'PIN_SET',
  HOLDER_INVITED = 'HOLDER_INVITED',
  HOLDER_SESSION_OPENED = 'HOLDER_SESSION_OPENED',
  HOLDER_SESSIONS_ENDED = 'HOLDER_SESSIONS_ENDED',

  CHECKPOINT_CREATED = 'CHECKPOINT_CREATED',
  CHECKPOINT_CLOSED = 'CHECKPOINT_CLOSED',
  CHECKPOINT_REOPENED = 'CHECKPOINT_REOPENED',
  CHECKPOINT_FACTORS_CHANGED = 'CHECKPOINT_FACTORS_CHANGED',
  CHECKPOINT_LIVENESS_CHANGED = 'CHECKPOINT_LIVENESS_CHANGED',
  VALIDATION_ENDED = 'VALIDATION_ENDED',
  /** An operator let somebody in without a comparison of faces; the details say why. */
  VALIDATION_ATTESTED = 'VALIDATION_ATTESTED',
  /** An operator let somebody in whose face matched, and who did no steps. */
  VALIDATION_CONFIRMED = 'VALIDATION_CONFIRMED',
  LOCK_LIFTED = 'LOCK_LIFTED',

  /** A person decided on a validation; what came of the validation stays. */
  REVIEW_DECIDED = 'REVIEW_DECIDED',
  /** For good, by a user; what the retention empties is counted there. */
  CARD_DELETED = 'CARD_DELETED',
  BOARD_DELETED = 'BOARD_DELETED',

  KEYS_ROTATED = 'KEYS_ROTATED',
  /** An older copy of the database was put back: what came after it is not in the audit. */
  BACKUP_RESTORED = 'BACKUP_RESTORED',

  /** Something was broken on purpose, for a while. */
  FAULT_INJECTED = 'FAULT_INJECTED',
  FAULTS_ENDED = 'FAULTS_ENDED',
}

export enum AuditOutcome {
  /** It was done. */
  SUCCESS = 'SUCCESS',
  /** The answer was no: a wrong password, a missing permission, a face that does not match. */
  REFUSED = 'REFUSED',
  /** It came to no answer. */
  FAILED = 'FAILED',
}

export enum AuditSubjectKind {
  USER = 'USER',
  OPERATION = 'OPERATION',
  PERSON = 'PERSON',
  IMPORT = 'IMPORT',
  CONSENT = 'CONSENT',
  ENROLMENT = 'ENROLMENT',
  CREDENTIAL = 'CREDENTIAL',
  CHECKPOINT = 'CHECKPOINT',
  DEVICE = 'DEVICE',
  VALIDATION = 'VALIDATION',
  BOARD = 'BOARD',
  CARD = 'CARD',
  RETENTION_RULE = 'RETENTION_RULE',
  KEY = 'KEY',
  FAULT = 'FAULT',
  DATABASE = 'DATABASE',
}

/** Who acts when it is no user and no device. */
export const AuditActor = {
  /** Somebody who did not sign in. */
  ANONYMOUS: 'anonymous',
  /** Presente itself: set-up, rules that run by themselves. */
  SYSTEM: 'system',
  WORKER: 'worker',
} as const;

/** Ids and codes, never names, addresses, scores or tokens. No numbers: JSON has many ways to write the same one. */
export type AuditDetails = Readonly<Record<string, string | readonly string[]>>;

export interface AuditEvent {
  readonly action: AuditAction;
  /** The id of a user, a device or a person on their own page, or one of {@link AuditActor}. */
  readonly actor: string;
  readonly subjectKind: AuditSubjectKind;
  /** Null when it is not known, as with a sign-in to no account; else an id, or the name of an operation. */
  readonly subjectId: string | null;
  /** SUCCESS unless stated. */
  readonly outcome?: AuditOutcome;
  /** With `personId` when the subject is a person's: that is how everything about a person is found. */
  readonly details?: AuditDetails;
  /** Of the running request unless stated. */
  readonly correlationId?: string;
}

/** What an event about something of a person's is about. */
export const ofPerson = (
  subjectKind: AuditSubjectKind,
  { id, personId }: { readonly id: string; readonly personId: string },
  details: AuditDetails = {},
): Pick<AuditEvent, 'subjectKind' | 'subjectId' | 'details'> => ({
  subjectKind,
  subjectId: id,
  details: { personId, ...details },
});

/** A decimal fraction would be a score. */
const CODE = /^(?!-?\d*\.\d+$)[\w.:-]{1,64}$/;

/**
 * The last look before something stays for good: an e-mail address, a name of two words, a score or a token is no code.
 * @throws Error naming what is wrong, not what it holds
 */
export function requireCodes({ actor, subjectId, details = {} }: AuditEvent): void {
  const values: [name: string, value: string][] = [
    ['actor', actor],
    ...(subjectId === null ? [] : [['subjectId', subjectId] as [string, string]]),
    ...Object.entries(details).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ];
  const bad = values.find(([name, value]) => !CODE.test(name) || !CODE.test(value));
  if (bad !== undefined) throw new Error(`An audit event holds ids and codes only; "${bad[0]}" is neither.`);
}
