import type pg from 'pg';
import { type ChainedEvent, hashOf } from '../../src/platform/audit/audit-chain.js';

export interface StoredEvent extends ChainedEvent {
  readonly hash: Buffer;
}

export interface AuditBreak {
  readonly sequence: number;
  readonly kind: 'CHANGED' | 'REMOVED' | 'INSERTED' | 'REORDERED';
  readonly explanation: string;
}

export const fitsAt = (place: number, event: StoredEvent, previous: Buffer): boolean =>
  event.sequence === String(place) && event.previousHash?.equals(previous) === true && isItself(event);

const isItself = (event: StoredEvent): boolean => hashOf(event).equals(event.hash);

/**
 * Says what was done, from the first event that does not fit.
 * @param place where something else should be
 * @param previous hash of the event before, which does fit
 */
export async function explain(
  client: pg.ClientBase,
  event: StoredEvent,
  place: number,
  previous: Buffer,
): Promise<AuditBreak> {
  const { sequence } = event;
  if (Number(sequence) < place)
    return { sequence: place, kind: 'INSERTED', explanation: `There is another event ${sequence}.` };
  if (isItself(event)) return whileItself(event, place);
  const home = await homeOf(client, event);
  const isThere = await isElsewhere(client, previous, sequence);
  if (home === undefined) {
    if (Number(sequence) > place) return gap(place, sequence);
    return isThere
      ? { sequence: place, kind: 'INSERTED', explanation: 'What should stand there comes later.' }
      : { sequence: place, kind: 'CHANGED', explanation: 'It is not what was hashed.' };
  }
  const explanation = `What stands at ${place} was event ${home}.`;
  // Hashed well, the one that was put in fits; then the one after it is the first that does not.
  if (home < place) return { sequence: home === place - 1 ? home : place, kind: 'INSERTED', explanation };
  return { sequence: place, kind: isThere ? 'REORDERED' : 'REMOVED', explanation };
}

const gap = (place: number, next: string): AuditBreak => ({
  sequence: place,
  kind: 'REMOVED',
  explanation: `After it comes ${next}.`,
});

/** Its hash is right, but it continues another event than the one before it. */
function whileItself({ sequence }: StoredEvent, place: number): AuditBreak {
  if (Number(sequence) > place) return gap(place, sequence);
  const before = place - 1;
  return before === 0
    ? { sequence: place, kind: 'CHANGED', explanation: 'It does not begin the chain.' }
    : {
        sequence: before,
        kind: 'CHANGED',
        explanation: `Event ${place} continues another one: one of the two was changed and hashed anew.`,
      };
}

/** The sequence that the event was hashed with, looked for among all there may have been. */
async function homeOf(client: pg.ClientBase, event: StoredEvent): Promise<number | undefined> {
  const { rows } = await client.query<{ last: string }>(
    `SELECT greatest((SELECT max(sequence) FROM audit_events), (SELECT max(sequence) FROM audit_head)) + 1 AS last`,
  );
  const last = Number(rows[0]?.last ?? 0);
  for (let sequence = 1; sequence <= last; sequence++)
    if (hashOf({ ...event, sequence: String(sequence) }).equals(event.hash)) return sequence;
  return undefined;
}

/** Whether what should follow `previous` is there, at another place. */
async function isElsewhere(client: pg.ClientBase, previous: Buffer, than: string): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM audit_events WHERE previous_hash = $1 AND sequence <> $2 LIMIT 1', [
    previous,
    than,
  ]);
  return rows.length > 0;
}
