import { type Environment } from '../../../config/env.js';
import { type Language } from '../language.js';

/** One for each kind of thing that is kept; named as its rule in the audit, the metrics and the API. */
export enum RetentionRuleCode {
  VALIDATIONS = 'VALIDATIONS',
  ENROLMENTS = 'ENROLMENTS',
  TEMPLATES = 'TEMPLATES',
  CREDENTIALS = 'CREDENTIALS',
  PERSONS = 'PERSONS',
  REVIEWS = 'REVIEWS',
  ARCHIVED_CARDS = 'ARCHIVED_CARDS',
  TRASHED_CARDS = 'TRASHED_CARDS',
  CARD_CHANGES = 'CARD_CHANGES',
  DELETED_COMMENTS = 'DELETED_COMMENTS',
  CAPTURES = 'CAPTURES',
  SESSIONS = 'SESSIONS',
  PASSKEY_CHALLENGES = 'PASSKEY_CHALLENGES',
  IDEMPOTENCY_KEYS = 'IDEMPOTENCY_KEYS',
  CONSENTS = 'CONSENTS',
  AUDIT_EVENTS = 'AUDIT_EVENTS',
  ERASURE_RECEIPTS = 'ERASURE_RECEIPTS',
}

type RetentionSetting = Extract<keyof Environment, `RETENTION_${string}_DAYS`>;

/** How long something is kept, and who sees to it. */
export type RetentionPeriod =
  /** Set by the institution; applied by the sweep of the retention. */
  | { readonly kind: 'set'; readonly setting: RetentionSetting }
  /** Fixed; seen to by the part that holds it. */
  | { readonly kind: 'fixed'; readonly hours: number }
  /** Kept; `what` says until when and why. */
  | { readonly kind: 'kept' };

export interface RetentionRule {
  readonly period: RetentionPeriod;
  /** For the person it is about and for whoever oversees it. */
  readonly what: Readonly<Record<Language, string>>;
}

/** Every rule, in one place. How the period of a rule is counted stands in `what`. */
export const RETENTION_RULES: Readonly<Record<RetentionRuleCode, RetentionRule>> = {
  VALIDATIONS: {
    period: { kind: 'set', setting: 'RETENTION_VALIDATION_DAYS' },
    what: {
      es: 'Validaciones, desde que terminan. Después queda qué se decidió, en qué punto y qué día, sin persona, credencial ni puntuaciones.',
      en: 'Validations, from their end. After that it stays what was decided at which checkpoint on which day, without person, credential or scores.',
    },
  },
  ENROLMENTS: {
    period: { kind: 'set', setting: 'RETENTION_ENROLMENT_DAYS' },
    what: {
      es: 'Inscripciones terminadas, desde que terminan; la que hizo una plantilla en uso se conserva con ella.',
      en: 'Ended enrolments, from their end; one that made a template in use is kept as long as that.',
    },
  },
  TEMPLATES: {
    period: { kind: 'set', setting: 'RETENTION_TEMPLATE_DAYS' },
    what: {
      es: 'Plantillas del rostro, desde que se hacen, y nunca después de retirar el consentimiento.',
      en: 'Templates of the face, from when they are made, and never after consent is withdrawn.',
    },
  },
  CREDENTIALS: {
    period: { kind: 'set', setting: 'RETENTION_CREDENTIAL_DAYS' },
    what: {
      es: 'Credenciales, desde que caducan o se revocan; la última se conserva mientras se conserve a la persona, y ninguna se borra mientras una validación la nombre.',
      en: 'Credentials, from when they expire or are revoked; the last one is kept as long as the person, and none goes while a validation names it.',
    },
  },
  PERSONS: {
    period: { kind: 'set', setting: 'RETENTION_PERSON_DAYS' },
    what: {
      es: 'Personas, desde que terminó su última credencial, consentimiento o inscripción: se borran por completo, con un recibo.',
      en: 'Persons, from when their last credential, consent or enrolment ended: they are erased whole, with a receipt.',
    },
  },
  REVIEWS: {
    period: { kind: 'set', setting: 'RETENTION_VALIDATION_DAYS' },
    what: {
      es: 'Tarjetas del tablero sobre una validación que alguien revisó, con su decisión y comentarios, desde que terminó la validación.',
      en: 'Cards of the board on a validation that somebody reviewed, with the decision and comments, from the end of the validation.',
    },
  },
  ARCHIVED_CARDS: {
    period: { kind: 'set', setting: 'RETENTION_CARD_DAYS' },
    what: {
      es: 'Otras tarjetas del tablero, desde que se archivan; las abiertas se conservan mientras estén en uso.',
      en: 'Other cards of the board, from when they are archived; open ones are kept as long as they are in use.',
    },
  },
  TRASHED_CARDS: {
    period: { kind: 'fixed', hours: 30 * 24 },
    what: {
      es: 'Tarjetas en la papelera, desde que se tiran.',
      en: 'Cards in the trash, from when they were thrown away.',
    },
  },
  CARD_CHANGES: {
    period: { kind: 'fixed', hours: 30 * 24 },
    what: {
      es: 'Lo que una tarjeta decía antes, para poder deshacer un cambio.',
      en: 'What a card said before, so that a change can be undone.',
    },
  },
  DELETED_COMMENTS: {
    period: { kind: 'fixed', hours: 30 * 24 },
    what: {
      es: 'Comentarios que su autor borró, para poder recuperarlos.',
      en: 'Comments that their author deleted, so that they can be had again.',
    },
  },
  CAPTURES: {
    period: { kind: 'fixed', hours: 1 },
    what: {
      es: 'Fotos, cifradas y solo hasta procesarlas: minutos.',
      en: 'Photos, encrypted and only until they are processed: minutes.',
    },
  },
  SESSIONS: {
    period: { kind: 'fixed', hours: 24 },
    what: {
      es: 'Sesiones de quienes usan el sistema, desde que dejan de valer.',
      en: 'Sessions of those who use the system, from when they stop being good.',
    },
  },
  PASSKEY_CHALLENGES: {
    period: { kind: 'fixed', hours: 1 },
    what: {
      es: 'Retos de llaves de acceso, desde que caducan.',
      en: 'Challenges for passkeys, from when they expire.',
    },
  },
  IDEMPOTENCY_KEYS: {
    period: { kind: 'fixed', hours: 7 * 24 },
    what: {
      es: 'Huellas de las peticiones, para que repetir una no la haga dos veces.',
      en: 'Fingerprints of requests, so that repeating one does not do it twice.',
    },
  },
  CONSENTS: {
    period: { kind: 'kept' },
    what: {
      es: 'Consentimientos, con quien los dio y su justificante: mientras se conserve a la persona, porque hay que poder demostrarlos (RGPD 7.1).',
      en: 'Consents, with who gave them and what shows it: as long as the person is kept, because it must be possible to show them (GDPR 7(1)).',
    },
  },
  AUDIT_EVENTS: {
    period: { kind: 'kept' },
    what: {
      es: 'Registro de actividad: mientras exista la instalación, para poder rendir cuentas (RGPD 5.2). Solo tiene identificadores y códigos; tras un borrado el identificador no lleva a nadie.',
      en: 'Record of activity: as long as the installation, so that it can be accounted for (GDPR 5(2)). It holds ids and codes only; after an erasure the id leads to nobody.',
    },
  },
  ERASURE_RECEIPTS: {
    period: { kind: 'kept' },
    what: {
      es: 'Recibos de borrado: mientras exista la instalación, como prueba del borrado; no dicen quién era la persona.',
      en: 'Receipts of erasures: as long as the installation, as proof of the erasure; they do not say who the person was.',
    },
  },
};

export const retentionRuleCodes = Object.values(RetentionRuleCode);

/** Days; null when the thing is kept. A fixed period counts as begun days. */
export function daysKept({ period }: RetentionRule, settings: Pick<Environment, RetentionSetting>): number | null {
  switch (period.kind) {
    case 'set':
      return settings[period.setting];
    case 'fixed':
      return Math.ceil(period.hours / 24);
    case 'kept':
      return null;
  }
}

/** What the rule reaches: all that is from before. Null when the thing is kept. */
export function cutoffOf(
  { period }: RetentionRule,
  settings: Pick<Environment, RetentionSetting>,
  now: Date,
): Date | null {
  switch (period.kind) {
    case 'set':
      return new Date(now.getTime() - settings[period.setting] * DAY_MS);
    case 'fixed':
      return new Date(now.getTime() - period.hours * HOUR_MS);
    case 'kept':
      return null;
  }
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
