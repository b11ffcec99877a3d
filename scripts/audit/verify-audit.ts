import type pg from 'pg';
import { GENESIS } from '../../src/platform/audit/audit-chain.js';
import { type AuditSeal } from '../../src/platform/audit/audit-seal.js';
import { type AuditBreak, explain, fitsAt, type StoredEvent } from './explain-break.js';

export type AuditReport =
  | { readonly whole: true; readonly events: number; readonly head: string }
  | { readonly whole: false; readonly break: AuditBreak };

const BATCH = 5_000;

/** The time as the number that was hashed; as text, so that no value can stop the reading. */
const EVENTS = `
  SELECT sequence::text, trim_scale(extract(epoch FROM at) * 1000)::text AS at, action, actor,
    subject_kind AS "subjectKind", subject_id AS "subjectId", outcome, correlation_id AS "correlationId", details,
    previous_hash AS "previousHash", hash
  FROM audit_events ORDER BY audit_events.sequence`;

/** The last event that fits. */
interface Last {
  readonly sequence: number;
  readonly hash: Buffer;
}

interface Head {
  readonly sequence: string;
  readonly hash: Buffer;
  readonly seal: Buffer | null;
}

/**
 * Walks the chain as it is at one moment, in batches, while others may go on writing.
 * @param noted a head that was printed earlier, in hex; what follows it may have grown, but it must still be there
 */
export async function verifyAudit(client: pg.ClientBase, seal: AuditSeal, noted?: string): Promise<AuditReport> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const { rows } = await client.query<Head>('SELECT sequence::text, hash, seal FROM audit_head');
    await client.query(`DECLARE events NO SCROLL CURSOR FOR ${EVENTS}`);
    let last: Last = { sequence: 0, hash: GENESIS };
    let seen = noted === undefined || noted === GENESIS.toString('hex');
    for (;;) {
      const batch = (await client.query<StoredEvent>(`FETCH ${BATCH} FROM events`)).rows;
      for (const event of batch) {
        const place = last.sequence + 1;
        if (!fitsAt(place, event, last.hash))
          return { whole: false, break: await explain(client, event, place, last.hash) };
        last = { sequence: place, hash: event.hash };
        seen ||= event.hash.toString('hex') === noted;
      }
      if (batch.length < BATCH) break;
    }
    const broken = brokenEnd(last, rows, seal) ?? (seen ? undefined : notThere(last.sequence));
    if (broken !== undefined) return { whole: false, break: broken };
    return { whole: true, events: last.sequence, head: last.hash.toString('hex') };
  } finally {
    await client.query('ROLLBACK');
  }
}

/** What the row that marks the end says against the events. */
function brokenEnd(last: Last, [head, ...others]: readonly Head[], seal: AuditSeal): AuditBreak | undefined {
  const { sequence, hash } = last;
  if (head === undefined || others.length > 0)
    return { sequence, kind: 'CHANGED', explanation: 'The mark of the end is gone, or there are several.' };
  if (Number(head.sequence) > sequence)
    return { sequence: sequence + 1, kind: 'REMOVED', explanation: `The end is cut off: there were ${head.sequence}.` };
  if (Number(head.sequence) < sequence)
    return {
      sequence: Number(head.sequence) + 1,
      kind: 'INSERTED',
      explanation: `The end was marked at ${head.sequence}; what follows was put there by somebody else.`,
    };
  // A new installation has no event, and nobody has sealed anything yet.
  const sealed = head.seal === null ? sequence === 0 : seal.fits(head.seal, head.sequence, head.hash);
  if (sealed && head.hash.equals(hash)) return undefined;
  return {
    sequence,
    kind: 'CHANGED',
    explanation:
      'Its seal is not ours: the chain was written anew by somebody without the key, or BLIND_INDEX_KEY is another.',
  };
}

const notThere = (events: number): AuditBreak => ({
  sequence: events + 1,
  kind: 'REMOVED',
  explanation: 'The head that was noted is in no event: the end was cut off since, or the chain was written anew.',
});
