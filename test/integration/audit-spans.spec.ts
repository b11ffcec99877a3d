import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AuditRepository } from '../../src/modules/audit/audit.repository.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { withoutPostgres } from '../support/servers.js';

/** Minutes past midnight, in the order of the chain: the second and the fifth process have slow clocks. */
const MINUTES = [0, 60, 20, 120, 180, 150, 240, 300];
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));

describe('a span of time in the audit', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let audit: AuditRepository;

  before(async () => {
    database = await openDatabase();
    audit = new AuditRepository(database.door);
    await database.query(
      `INSERT INTO audit_events (sequence, at, action, actor, subject_kind, outcome, correlation_id, details, previous_hash, hash)
       SELECT sequence, at, 'SIGN_IN', 'anonymous', 'USER', 'REFUSED', 'test', '{}', sha256(''), sha256('')
       FROM unnest($1::timestamptz[]) WITH ORDINALITY AS event (at, sequence)`,
      [MINUTES.map(at)],
    );
    await database.query('UPDATE audit_head SET sequence = $1', [MINUTES.length]);
  });
  after(() => database.drop());

  const spans: [from: number | null, to: number | null][] = [
    [null, null],
    [0, 300],
    [20, 61],
    [21, 60],
    [60, null],
    [150, 180],
    [151, 181],
    [null, 20],
    [null, 240],
    [300, 301],
    [301, null],
    [null, 0],
  ];
  for (const [from, to] of spans) {
    it(`from ${from ?? 'the beginning'} to ${to ?? 'the end'} holds every event of it, also of processes whose clocks differ`, async () => {
      const { nodes } = await audit.page({
        first: 20,
        from: from === null ? null : at(from),
        to: to === null ? null : at(to),
      });
      const inside = MINUTES.filter((minute) => minute >= (from ?? 0) && minute < (to ?? Infinity)).toReversed();
      assert.deepEqual(
        nodes.map((event) => event.at.getTime()),
        inside.map((minute) => at(minute).getTime()),
      );
    });
  }
});
