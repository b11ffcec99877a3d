import { type AuditAction, type AuditSubjectKind } from '../audit/audit-event.js';

/**
 * A table of work: it has the columns id, person_id, state, reason, capture_id, claim, claims, correlation_id, opened_by,
 * deadline_at and finished_at.
 */
export interface WorkTable {
  readonly name: string;
  /** What the audit calls the end of an item. */
  readonly audit: { readonly action: AuditAction; readonly subjectKind: AuditSubjectKind };
  /** What else is recorded with an end, as SQL: `column AS "name"`. */
  readonly auditColumns?: readonly string[];
  /** SQL on a row named `item`: whether whoever opened it may still send a capture. */
  readonly stillWanted: string;
}
