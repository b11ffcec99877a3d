import { ExportSection } from '../../src/modules/privacy/export/person-export.type.js';
import { RetentionRuleCode } from '../../src/modules/privacy/retention/retention-rules.js';

/** What becomes of what one table holds on a person. */
export interface PersonalTable {
  /** Which rows are a person's; $1 is their id as text. */
  readonly rows: string;
  /** Where in the export they are, or why not. */
  readonly exported: ExportSection | 'profile' | { readonly not: string };
  /**
   * What an erasure does: no row is left; or no row is as it was, and `erasure:verify` finds the old ones by the check of
   * this name when they are put back; or why they stay.
   */
  readonly erased: { readonly gone: string | undefined } | { readonly changed: string } | { readonly stays: string };
  /** The rule that says how long they are kept. */
  readonly retention: RetentionRuleCode;
}

const byPerson = 'person_id = $1::uuid';

/** Every table that refers to a person. Whoever adds one decides here, and a test compares it with the database. */
export const PERSONAL_TABLES: Readonly<Record<string, PersonalTable>> = {
  persons: {
    rows: 'id = $1::uuid',
    exported: 'profile',
    erased: { changed: 'the profile' },
    retention: RetentionRuleCode.PERSONS,
  },
  data_keys: {
    rows: 'subject_id = $1::uuid OR subject_id IN (SELECT id FROM consents WHERE person_id = $1::uuid)',
    exported: { not: 'Keys say nothing of anybody, and whoever has one can read what it seals.' },
    erased: { gone: 'the data key' },
    retention: RetentionRuleCode.PERSONS,
  },
  consents: {
    rows: byPerson,
    exported: ExportSection.CONSENTS,
    erased: { changed: 'evidence of consents' },
    retention: RetentionRuleCode.CONSENTS,
  },
  enrolments: {
    rows: `${byPerson} AND finished_at IS NULL`,
    exported: ExportSection.ENROLMENTS,
    erased: { changed: 'running enrolments' },
    retention: RetentionRuleCode.ENROLMENTS,
  },
  templates: {
    rows: byPerson,
    exported: ExportSection.TEMPLATES,
    erased: { gone: 'templates' },
    retention: RetentionRuleCode.TEMPLATES,
  },
  credentials: {
    rows: byPerson,
    exported: ExportSection.CREDENTIALS,
    erased: { changed: 'active credentials' },
    retention: RetentionRuleCode.CREDENTIALS,
  },
  validation_attempts: {
    rows: byPerson,
    exported: ExportSection.VALIDATIONS,
    erased: { changed: 'compared validations' },
    retention: RetentionRuleCode.VALIDATIONS,
  },
  card_reviews: {
    rows: 'attempt_id IN (SELECT id FROM validation_attempts WHERE person_id = $1::uuid)',
    exported: ExportSection.REVIEWS,
    erased: { gone: undefined },
    retention: RetentionRuleCode.REVIEWS,
  },
  comparison_failures: {
    rows: byPerson,
    exported: ExportSection.FAILURES,
    erased: { gone: 'counts of failed comparisons' },
    retention: RetentionRuleCode.PERSONS,
  },
  person_pins: {
    rows: byPerson,
    exported: ExportSection.PINS,
    erased: { gone: 'a PIN' },
    retention: RetentionRuleCode.PERSONS,
  },
  pin_failures: {
    rows: byPerson,
    exported: ExportSection.FAILURES,
    erased: { gone: 'counts of wrong PINs' },
    retention: RetentionRuleCode.PERSONS,
  },
  holder_invitations: {
    rows: byPerson,
    exported: ExportSection.PAGE,
    erased: { gone: 'invitations to it' },
    retention: RetentionRuleCode.PERSONS,
  },
  sessions: {
    rows: byPerson,
    exported: ExportSection.PAGE,
    erased: { gone: 'sessions of their own page' },
    retention: RetentionRuleCode.SESSIONS,
  },
  refresh_tokens: {
    rows: 'session_id IN (SELECT id FROM sessions WHERE person_id = $1::uuid)',
    exported: { not: 'Hashes of random numbers, which say nothing of anybody.' },
    erased: { gone: undefined },
    retention: RetentionRuleCode.SESSIONS,
  },
  idempotency_keys: {
    rows: 'entity_id = $1::uuid OR entity_id IN (SELECT id FROM consents WHERE person_id = $1::uuid)',
    exported: { not: 'A hash of what a user asked for and the time, for seven days: nothing can be read from it.' },
    erased: { gone: undefined },
    retention: RetentionRuleCode.IDEMPOTENCY_KEYS,
  },
  audit_events: {
    rows: `subject_id = $1 OR details ->> 'personId' = $1`,
    exported: ExportSection.ACTIVITY,
    erased: { stays: 'Ids and codes only, in a chain that can not be changed: the id leads to a tombstone.' },
    retention: RetentionRuleCode.AUDIT_EVENTS,
  },
  erasure_receipts: {
    rows: byPerson,
    exported: { not: 'There is one only of a person who was erased, and then nothing else to export.' },
    erased: { stays: 'It is the proof of the erasure.' },
    retention: RetentionRuleCode.ERASURE_RECEIPTS,
  },
};
