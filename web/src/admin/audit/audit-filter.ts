import { type AuditAction } from '../graphql/graphql';
import { momentOf } from '../parts/moment-of';

export interface AuditFilter {
  readonly action: AuditAction | null;
  readonly actorId: string | null;
  readonly subjectId: string;
  /** Of the clock on the wall, as a field for date and time holds it: `2026-03-01T08:00`; empty for none. */
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: AuditFilter = { action: null, actorId: null, subjectId: '', from: '', to: '' };

export const isId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);

/** What the server is asked for; an id that is none yet is left out. */
export const variablesOf = ({ action, actorId, subjectId, from, to }: AuditFilter) => ({
  action,
  actorId,
  subjectId: isId(subjectId) ? subjectId : null,
  from: momentOf(from),
  to: momentOf(to),
});
