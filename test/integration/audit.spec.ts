import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type QueryRunner } from 'typeorm';
import { verifyAudit } from '../../scripts/audit/verify-audit.js';
import {
  AuditAction,
  AuditActor,
  type AuditEvent,
  AuditOutcome,
  AuditSubjectKind,
} from '../../src/platform/audit/audit-event.js';
import { type AuditSeal } from '../../src/platform/audit/audit-seal.js';
import { type AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { Audit1764200000000 } from '../../src/platform/database/migrations/1764200000000-audit.js';
import { auditTrail } from '../support/audit.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { appRoleStatements } from '../../src/platform/database/app-role.js';
import { createRole, type DatabaseRole } from '../support/database-role.js';
import { withoutPostgres } from '../support/servers.js';

const WRITERS = 8;
const EACH = 500;

const event = (changes: Partial<AuditEvent> = {}): AuditEvent => ({
  action: AuditAction.CREDENTIAL_ISSUED,
  actor: randomUUID(),
  subjectKind: AuditSubjectKind.CREDENTIAL,
  subjectId: randomUUID(),
  details: { personId: randomUUID(), kind: 'CARD' },
  ...changes,
});

describe('the audit', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let client: pg.Client;
  let trail: AuditTrail;
  let seal: AuditSeal;

  before(async () => {
    database = await openDatabase(WRITERS);
    ({ trail, seal } = auditTrail(database.door));
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await database.drop();
  });
  afterEach(async () => {
    const report = await verifyAudit(client, seal);
    assert.ok(report.whole, JSON.stringify(report));
  });

  const count = async () =>
    Number((await database.query<{ count: string }>('SELECT count(*) FROM audit_events'))[0]?.count);

  it('is whole while it is empty', async () => {
    assert.deepEqual(await verifyAudit(client, seal), { whole: true, events: 0, head: '00'.repeat(32) });
  });

  it('has no gap after eight writers at once, some of whom roll back', async (t) => {
    const started = performance.now();
    let kept = 0;
    const write = async (writer: number) => {
      for (let index = 0; index < EACH; index++) {
        const fails = (index + writer) % 7 === 0;
        const work = database.door.transaction(async () => {
          await trail.record(event());
          if (index % 10 === 0) await trail.record(event({ action: AuditAction.CREDENTIAL_REVOKED }));
          if (fails) throw new Error('rolled back');
          kept += index % 10 === 0 ? 2 : 1;
        });
        if (fails) await assert.rejects(work, /rolled back/);
        else await work;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    const seconds = (performance.now() - started) / 1_000;
    t.diagnostic(`${Math.round(kept / seconds)} events/s with ${WRITERS} writers`);
    const [row] = await database.query<{ events: number; last: number }>(
      'SELECT count(*)::int AS events, max(sequence)::int AS last FROM audit_events',
    );
    assert.deepEqual(row, { events: kept, last: kept });
  });

  it('keeps nothing of what was rolled back at its very end, and everything of what was not', async () => {
    const earlier = await count();
    const broken = database.door.transaction(async () => {
      await trail.record(event());
      database.door.beforeCommit(() => Promise.reject(new Error('at the end')));
    });
    await assert.rejects(broken, /at the end/);
    assert.equal(await count(), earlier);
    await trail.record(event());
    assert.equal(await count(), earlier + 1);
  });

  it('cannot deadlock: its lock is the last one, whoever records first', async () => {
    const id = randomUUID();
    await database.query('INSERT INTO checkpoints (id, name, target_fmr, created_by) VALUES ($1, $2, 0.001, $1)', [
      id,
      id,
    ]);
    const touch = () => database.door.query('UPDATE checkpoints SET closed_at = now() WHERE id = $1', [id]);
    const recordFirst = database.door.transaction(async () => {
      await trail.record(event());
      await sleep(50);
      await touch();
    });
    const touchFirst = database.door.transaction(async () => {
      await touch();
      await sleep(100);
      await trail.record(event());
    });
    await Promise.all([recordFirst, touchFirst]);
  });

  it('is not held up for long by a process that stopped while it held the end', async () => {
    const holds = Promise.withResolvers<undefined>();
    const stopped = database.door.transaction(async () => {
      await trail.record(event());
      database.door.beforeCommit(() => {
        holds.resolve(undefined);
        return sleep(3_500);
      });
    });
    const refused = assert.rejects(stopped);
    await holds.promise;
    const earlier = await count();
    const started = performance.now();
    await trail.record(event());
    const milliseconds = performance.now() - started;
    assert.ok(milliseconds > 1_000 && milliseconds < 3_000, `${milliseconds} ms`);
    await refused;
    assert.equal(await count(), earlier + 1);
  });

  it('takes ids and codes only, and says which value is none without showing it', async () => {
    const earlier = await count();
    const bad: Partial<AuditEvent>[] = [
      { actor: 'ada@school.test' },
      { subjectId: 'Ada Prueba' },
      { details: { name: 'Ada Prueba' } },
      { details: { roles: ['ADMIN', 'x'.repeat(65)] } },
      { details: { reason: 'forged\nline' } },
    ];
    for (const changes of bad) {
      await assert.rejects(trail.record(event(changes)), (error: Error) => !/Ada|ada@|xxx|forged/.test(error.message));
    }
    assert.equal(await count(), earlier);
    await trail.record(event({ subjectId: null, actor: AuditActor.ANONYMOUS, outcome: AuditOutcome.REFUSED }));
  });

  it('is refused to be changed, emptied or set back, to its owner too', async () => {
    const attempts = [
      `UPDATE audit_events SET actor = 'system' WHERE sequence = 1`,
      'DELETE FROM audit_events WHERE sequence = 1',
      'TRUNCATE audit_events',
      'DELETE FROM audit_head',
      'TRUNCATE audit_head',
      'INSERT INTO audit_head (single, sequence, hash) SELECT single, sequence, hash FROM audit_head',
      'UPDATE audit_head SET sequence = sequence - 1',
      `SET session_replication_role = replica; DELETE FROM audit_events WHERE sequence = 1`,
    ];
    for (const sql of attempts) {
      await assert.rejects(client.query(sql), { code: '42501' }, sql);
    }
    await client.query('RESET session_replication_role');
  });

  describe('with the role of a deployment', () => {
    let role: DatabaseRole;
    let app: pg.Client;

    before(async () => {
      role = await createRole(database);
      app = new pg.Client({ connectionString: role.url });
      await app.connect();
    });
    after(async () => {
      await app.end();
      await role.drop();
    });

    it('adds and reads', async () => {
      await app.query('BEGIN');
      await app.query(
        `INSERT INTO audit_events SELECT sequence + 1000000, at, action, actor, subject_kind, subject_id, outcome,
           correlation_id, details, previous_hash, hash FROM audit_events WHERE sequence = 1`,
      );
      await app.query('UPDATE audit_head SET sequence = sequence + 1');
      assert.equal((await app.query('SELECT FROM audit_events WHERE sequence > 1000000')).rowCount, 1);
      await app.query('ROLLBACK');
    });

    for (const sql of [
      `UPDATE audit_events SET actor = 'system'`,
      'DELETE FROM audit_events',
      'TRUNCATE audit_events',
      'ALTER TABLE audit_events DISABLE TRIGGER ALL',
      'ALTER TABLE audit_events DROP CONSTRAINT audit_events_pkey',
      'DROP TRIGGER audit_events_append_only ON audit_events',
      'DROP TABLE audit_events',
      'CREATE OR REPLACE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
      'SET session_replication_role = replica',
      'DELETE FROM audit_head',
      'TRUNCATE audit_head',
    ])
      it(`may not: ${sql}`, async () => {
        await assert.rejects(app.query(sql), { code: '42501', message: /permission denied|must be owner/ });
      });

    it('keeps its limits when the audit is made after the role', async () => {
      await client.query('BEGIN');
      try {
        const runner = { query: (sql: string) => client.query(sql) } as unknown as QueryRunner;
        await client.query(appRoleStatements('presente_app'));
        const migration = new Audit1764200000000();
        await migration.down(runner);
        await migration.up(runner);
        const { rows } = await client.query<{ privilege: string }>(
          `SELECT table_name || ' ' || privilege_type AS privilege FROM information_schema.table_privileges
           WHERE grantee = 'presente_app' AND table_name LIKE 'audit%' ORDER BY 1`,
        );
        assert.deepEqual(
          rows.map(({ privilege }) => privilege),
          ['audit_events INSERT', 'audit_events SELECT', 'audit_head SELECT', 'audit_head UPDATE'],
        );
      } finally {
        await client.query('ROLLBACK');
      }
    });
  });
});
