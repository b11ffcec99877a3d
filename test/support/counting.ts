import { type TestDatabase } from './servers.js';

/** How often each value is there. */
export const countOf = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(values)].toSorted().map((value) => [value, values.filter((other) => other === value).length]),
  );

export interface RecordedEvent {
  readonly outcome: string;
  readonly actor: string;
  readonly subjectId: string | null;
  readonly details: Readonly<Record<string, string>>;
}

/** Asks for the audit's events of one kind, by one actor or about one subject, in order. */
export const auditOf =
  (database: () => TestDatabase) =>
  (action: string, column: 'actor' | 'subject_id', id: string): Promise<RecordedEvent[]> =>
    database().query<RecordedEvent & Record<string, unknown>>(
      `SELECT outcome, actor, subject_id AS "subjectId", details FROM audit_events
       WHERE action = $1 AND ${column} = $2 ORDER BY sequence`,
      [action, id],
    );
