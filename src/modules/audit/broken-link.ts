import { hashOf } from '../../platform/audit/audit-chain.js';
import { type AuditEventRow } from '../../platform/audit/audit-event.entity.js';
import { type AuditSeal } from '../../platform/audit/audit-seal.js';
import { type AuditHeadRow } from './audit.repository.js';

/**
 * Whether the last events of the chain are as they were written, and end where the sealed head says.
 * @param events in the order of the chain
 * @returns the sequence of the first that does not fit; null when all do
 */
export function brokenLink(events: readonly AuditEventRow[], head: AuditHeadRow, seal: AuditSeal): string | null {
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    if (!isItself(event) || (before !== undefined && !follows(event, before))) return event.id;
  }
  return endsAt(head, events.at(-1), seal) ? null : head.sequence;
}

const isItself = ({ id, at, hash, ...event }: AuditEventRow): boolean =>
  hashOf({ ...event, sequence: id, at: String(at.getTime()) }).equals(hash);

const follows = (event: AuditEventRow, before: AuditEventRow): boolean =>
  Number(event.id) === Number(before.id) + 1 && event.previousHash.equals(before.hash);

/** A new installation has no event, and nobody has sealed anything yet. */
const endsAt = (head: AuditHeadRow, last: AuditEventRow | undefined, seal: AuditSeal): boolean =>
  head.seal === null
    ? head.sequence === '0'
    : last?.id === head.sequence && last.hash.equals(head.hash) && seal.fits(head.seal, head.sequence, head.hash);
