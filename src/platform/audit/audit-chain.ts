import { createHash } from 'node:crypto';

/** One event as the chain sees it. `details` is unknown, because a forger may have put anything there. */
export interface ChainedEvent {
  readonly sequence: string;
  /** Milliseconds since 1970. */
  readonly at: string | null;
  readonly action: string | null;
  readonly actor: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly outcome: string | null;
  readonly correlationId: string | null;
  readonly details: unknown;
  readonly previousHash: Buffer | null;
}

/** What the first event continues. */
export const GENESIS = Buffer.alloc(32);

/** SHA-256 over every column and the hash before: whoever changes one event must change all that follow. */
export function hashOf(event: ChainedEvent): Buffer {
  const fields = [
    'presente-audit-1',
    event.sequence,
    event.at,
    event.action,
    event.actor,
    event.subjectKind,
    event.subjectId,
    event.outcome,
    event.correlationId,
    canonical(event.details),
    event.previousHash?.toString('hex') ?? null,
  ];
  return createHash('sha256').update(lengthPrefixed(fields)).digest();
}

/** Each field with its length before it, and null unlike any text, so that no two events have the same bytes. */
export const lengthPrefixed = (fields: readonly (string | null)[]): string =>
  fields.map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`)).join(',');

/** JSON with the keys of objects in order: PostgreSQL keeps them in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, its]) => `${JSON.stringify(name)}:${canonical(its)}`).join(',')}}`;
}
