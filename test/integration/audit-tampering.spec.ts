import { randomInt, randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import pg from 'pg';
import { type AuditReport, verifyAudit } from '../../scripts/audit/verify-audit.js';
import { type ChainedEvent, GENESIS, hashOf } from '../../src/platform/audit/audit-chain.js';
import { AuditAction, AuditSubjectKind } from '../../src/platform/audit/audit-event.js';
import { type AuditSeal } from '../../src/platform/audit/audit-seal.js';
import { auditTrail } from '../support/audit.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { withoutPostgres } from '../support/servers.js';

const EVENTS = 10_000;
const BATCH = 500;
const FAR = 1_000_000;

interface Tampering {
  readonly what: string;
  readonly sql: readonly string[];
  readonly kind: 'CHANGED' | 'REMOVED' | 'INSERTED' | 'REORDERED';
  readonly at: number;
}

const COLUMNS = 'at, action, actor, subject_kind, subject_id, outcome, correlation_id, details, previous_hash, hash';

/** Moves all from a place on. */
const shift = (from: number, by: number) => [
  `UPDATE audit_events SET sequence = sequence + ${FAR} WHERE sequence >= ${from}`,
  `UPDATE audit_events SET sequence = sequence - ${FAR - by} WHERE sequence >= ${FAR}`,
];

const somewhere = () => randomInt(2, EVENTS - 10);

const changes: Readonly<Record<string, string>> = {
  at: `at + interval '1 ms'`,
  action: `'CREDENTIAL_REVOKED'`,
  actor: `'system'`,
  subject_kind: `'PERSON'`,
  subject_id: 'NULL',
  outcome: `'REFUSED'`,
  correlation_id: `correlation_id || 'x'`,
  details: `details || '{"kind": 1}'`,
  previous_hash: `decode(repeat('ab', 32), 'hex')`,
  hash: `decode(repeat('ab', 32), 'hex')`,
};

function changed(column: string, to: string): Tampering {
  const at = somewhere();
  return {
    what: `${column} of ${at} changed`,
    sql: [`UPDATE audit_events SET ${column} = ${to} WHERE sequence = ${at}`],
    kind: 'CHANGED',
    at,
  };
}

function removed(close: boolean): Tampering {
  const at = somewhere();
  const sql = [`DELETE FROM audit_events WHERE sequence = ${at}`, ...(close ? shift(at + 1, -1) : [])];
  return { what: `${at} deleted${close ? ', the gap closed' : ''}`, sql, kind: 'REMOVED', at };
}

/** A copy of another event; with the ones after it moved on to make room, or put in after the last one. */
function inserted(): Tampering {
  const at = somewhere();
  return { what: `a copy put in at ${at}`, sql: [...shift(at, 1), copyTo(at)], kind: 'INSERTED', at };
}

const appended: Tampering = {
  what: 'a copy put in after the end',
  sql: [copyTo(EVENTS + 1)],
  kind: 'INSERTED',
  at: EVENTS + 1,
};

function copyTo(at: number): string {
  return `INSERT INTO audit_events SELECT ${at}, ${COLUMNS} FROM audit_events WHERE sequence = 1`;
}

function swapped(distance: number): Tampering {
  const at = randomInt(2, EVENTS - distance);
  const sql = [
    `UPDATE audit_events SET sequence = ${FAR} WHERE sequence = ${at}`,
    `UPDATE audit_events SET sequence = ${at} WHERE sequence = ${at + distance}`,
    `UPDATE audit_events SET sequence = ${at + distance} WHERE sequence = ${FAR}`,
  ];
  return { what: `${at} and ${at + distance} swapped`, sql, kind: 'REORDERED', at };
}

const tamperings: readonly Tampering[] = [
  ...Object.entries(changes).map(([column, to]) => changed(column, to)),
  removed(false),
  removed(false),
  removed(true),
  removed(true),
  inserted(),
  inserted(),
  appended,
  swapped(1),
  swapped(1),
  swapped(randomInt(2, 5_000)),
];

/** One at a time, at random places, by a superuser who has switched the triggers off. */
describe('tampering with the audit', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let client: pg.Client;
  let seal: AuditSeal;
  let head: { sequence: string; hash: Buffer; seal: Buffer };
  /** The head at half of the events, with its seal, as somebody who reads the database could keep it. */
  let half: { sequence: string; hash: Buffer; seal: Buffer };

  const readHead = async () =>
    (await client.query<typeof head>('SELECT sequence, hash, seal FROM audit_head')).rows[0] ?? assert.fail();
  const setHead = async (to: typeof head) =>
    client.query('UPDATE audit_head SET sequence = $1, hash = $2, seal = $3', [to.sequence, to.hash, to.seal]);

  before(async () => {
    database = await openDatabase();
    const audit = auditTrail(database.door);
    ({ seal } = audit);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    for (let written = 0; written < EVENTS; written += BATCH) {
      if (written === EVENTS / 2) half = await readHead();
      await database.door.transaction(async () => {
        for (let index = 0; index < BATCH; index++)
          await audit.trail.record({
            action: AuditAction.CREDENTIAL_ISSUED,
            actor: randomUUID(),
            subjectKind: AuditSubjectKind.CREDENTIAL,
            subjectId: randomUUID(),
            details: { personId: randomUUID(), kind: 'CARD' },
          });
      });
    }
    head = await readHead();
    await client.query(`
      CREATE TABLE kept AS TABLE audit_events;
      ALTER TABLE audit_events DISABLE TRIGGER ALL;
      ALTER TABLE audit_head DISABLE TRIGGER ALL`);
  });
  after(async () => {
    await client.end();
    await database.drop();
  });
  afterEach(async () => {
    await client.query('TRUNCATE audit_events; INSERT INTO audit_events SELECT * FROM kept');
    await setHead(head);
    assert.deepEqual(await verifyAudit(client, seal), { whole: true, events: EVENTS, head: head.hash.toString('hex') });
  });

  const found = (report: AuditReport) => (report.whole ? undefined : [report.break.kind, report.break.sequence]);

  /** As a forger does who knows how events are hashed: from a place on, everything hashed anew. */
  const hashAnew = async (from: number) => {
    const { rows } = await client.query<ChainedEvent & { hash: Buffer }>(
      `SELECT sequence::text, (extract(epoch FROM at) * 1000)::bigint::text AS at, action, actor,
         subject_kind AS "subjectKind", subject_id AS "subjectId", outcome, correlation_id AS "correlationId", details,
         hash FROM audit_events WHERE sequence >= $1 ORDER BY audit_events.sequence`,
      [from - 1],
    );
    let previousHash = rows[0]?.hash ?? GENESIS;
    const anew = rows.slice(1).map((row) => {
      const link = { sequence: row.sequence, previous: previousHash.toString('hex') };
      previousHash = hashOf({ ...row, previousHash });
      return { ...link, hash: previousHash.toString('hex') };
    });
    await client.query(
      `UPDATE audit_events SET previous_hash = decode(n.previous, 'hex'), hash = decode(n.hash, 'hex')
       FROM jsonb_to_recordset($1) AS n (sequence bigint, previous text, hash text) WHERE audit_events.sequence = n.sequence`,
      [JSON.stringify(anew)],
    );
    return previousHash;
  };

  assert.equal(tamperings.length, 20);
  for (const { what, sql, kind, at } of tamperings) {
    it(`is found: ${what}`, async () => {
      for (const statement of sql) await client.query(statement);
      assert.deepEqual(found(await verifyAudit(client, seal)), [kind, at]);
    });
  }

  it('is found where one event was changed and hashed anew', async () => {
    const at = somewhere();
    await client.query(`UPDATE audit_events SET actor = 'system' WHERE sequence = $1`, [at]);
    const { rows } = await client.query<{ next: Buffer }>(
      'SELECT previous_hash AS next FROM audit_events WHERE sequence = $1',
      [at + 1],
    );
    await hashAnew(at);
    await client.query('UPDATE audit_events SET previous_hash = $2 WHERE sequence = $1', [at + 1, rows[0]?.next]);
    await client.query(
      'UPDATE audit_events e SET hash = kept.hash FROM kept WHERE e.sequence = kept.sequence AND e.sequence > $1',
      [at],
    );
    await client.query(
      'UPDATE audit_events e SET previous_hash = kept.previous_hash FROM kept WHERE e.sequence = kept.sequence AND e.sequence > $1',
      [at],
    );
    assert.deepEqual(found(await verifyAudit(client, seal)), ['CHANGED', at]);
  });

  it('is found where a well hashed event was put in', async () => {
    const at = somewhere();
    for (const statement of [...shift(at, 1), copyTo(at)]) await client.query(statement);
    await hashAnew(at);
    await client.query(
      `UPDATE audit_events e SET previous_hash = kept.previous_hash, hash = kept.hash
       FROM kept WHERE e.sequence = kept.sequence + 1 AND e.sequence > $1`,
      [at],
    );
    assert.deepEqual(found(await verifyAudit(client, seal)), ['INSERTED', at]);
  });

  it('is found at the end when the whole chain was hashed anew: the seal needs a key', async () => {
    const at = somewhere();
    await client.query(`UPDATE audit_events SET actor = 'system' WHERE sequence = $1`, [at]);
    const hash = await hashAnew(at);
    await setHead({ ...head, hash });
    assert.deepEqual(found(await verifyAudit(client, seal)), ['CHANGED', EVENTS]);
  });

  it('is found when the end was cut off', async () => {
    await client.query('DELETE FROM audit_events WHERE sequence > $1', [EVENTS - 7]);
    assert.deepEqual(found(await verifyAudit(client, seal)), ['REMOVED', EVENTS - 6]);
  });

  it('is found by a noted head alone when the end was cut off and an old mark put back', async () => {
    await client.query('DELETE FROM audit_events WHERE sequence > $1', [half.sequence]);
    await setHead(half);
    assert.equal((await verifyAudit(client, seal)).whole, true, 'what a chain without an outside anchor cannot show');
    assert.deepEqual(found(await verifyAudit(client, seal, head.hash.toString('hex'))), ['REMOVED', EVENTS / 2 + 1]);
  });

  it('is not seen in what only grew: an older head is still in it', async () => {
    assert.equal((await verifyAudit(client, seal, half.hash.toString('hex'))).whole, true);
  });

  it('is seen when everything is gone and the mark set to nothing, by a noted head', async () => {
    await client.query('TRUNCATE audit_events');
    await client.query(`UPDATE audit_head SET sequence = 0, hash = decode(repeat('00', 32), 'hex'), seal = NULL`);
    assert.deepEqual(found(await verifyAudit(client, seal, half.hash.toString('hex'))), ['REMOVED', 1]);
  });
});
