import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { uuidv7 } from '../../src/common/ids.js';
import { type Environment, readEnvironment } from '../../src/config/env.js';
import { entities } from '../../src/entities.js';
import { Language } from '../../src/modules/privacy/language.js';
import { RETENTION_RULES, RetentionRuleCode } from '../../src/modules/privacy/retention/retention-rules.js';
import { DataKeys } from '../../src/platform/crypto/data-keys.repository.js';
import { LocalKeyEncryption } from '../../src/platform/crypto/key-encryption.js';
import { dataSourceOptions, impatient } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { createRole, type DatabaseRole } from '../support/database-role.js';
import { testEnvironment } from '../support/environment.js';
import { addPerson } from '../support/persons.js';
import { retentionOn } from '../support/retention.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';

const OLD = '400 days';
const YOUNG = '100 days';
const ANCIENT = '2000 days';

describe('retention', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let role: DatabaseRole;
  let dataSource: DataSource;
  let settings: Environment;
  let door: Database;
  let dataKeys: DataKeys;
  let retention: ReturnType<typeof retentionOn>;
  let checkpointId: string;

  before(async () => {
    database = await createDatabase();
    role = await createRole(database);
    settings = readEnvironment(testEnvironment(role.url));
    const options = dataSourceOptions({ DATABASE_URL: role.url, DATABASE_POOL: 4 }, 'test');
    dataSource = await new DataSource({ ...options, entities, extra: impatient }).initialize();
    door = new Database(dataSource);
    const keys = new LocalKeyEncryption(randomBytes(32));
    dataKeys = new DataKeys(door, keys);
    retention = retentionOn(door, settings, keys);
    checkpointId = uuidv7();
    await database.query(`INSERT INTO checkpoints (id, name, target_fmr, created_by) VALUES ($1, 'door', 0.0001, $1)`, [
      checkpointId,
    ]);
  });
  beforeEach(() => database.query('DELETE FROM validation_attempts'));
  after(async () => {
    await dataSource.destroy();
    await role.drop();
    await database.drop();
  });

  /** A person whose card is good for `age` less than a year. */
  const addHolder = async (age = YOUNG) => {
    const person = await addPerson(database, dataKeys);
    const credentialId = uuidv7();
    await database.query(
      `INSERT INTO credentials (id, person_id, kind, issued_by, issued_at, expires_at)
       VALUES ($1, $2, 'CARD', $2, now() - $3::interval, now() - $3::interval + interval '1 year')`,
      [credentialId, person.personId, age],
    );
    return { ...person, credentialId };
  };
  const addAttempts = (holder: { personId: string; credentialId: string }, age: string, count = 1) =>
    database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, credential_id, person_id, state, reason, claim, model_id,
         model_version, comparison_score, threshold, pad_live, opened_by, correlation_id, created_at, deadline_at, finished_at)
       SELECT gen_random_uuid(), $1, $2, $3, 'ACCEPTED', 'MATCH', gen_random_uuid(), 'm', '1', 0.73, 0.41, 0.98, $1, 'of-a-request',
         now() - $4::interval, now() - $4::interval, now() - $4::interval FROM generate_series(1, $5)`,
      [checkpointId, holder.credentialId, holder.personId, age, count],
    );
  const count = async (sql: string, parameters: unknown[] = []): Promise<number> => {
    const [row] = await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, parameters);
    return row?.count ?? -1;
  };
  const overdue = async (rule: RetentionRuleCode) => (await retention.overview.overdue()).get(rule);
  const ruleOf = async (code: RetentionRuleCode) =>
    (await retention.overview.rules(Language.EN)).find(({ rule }) => rule === code);

  it('forgets whose an old validation was, and keeps what was decided; a young one stays as it is', async () => {
    const holder = await addHolder();
    await addAttempts(holder, OLD);
    await addAttempts(holder, YOUNG);
    const [old] = await database.query<{ id: string; day: string }>(
      `SELECT id, date_trunc('day', finished_at, 'UTC') AS day FROM validation_attempts ORDER BY finished_at LIMIT 1`,
    );
    assert.equal(await overdue(RetentionRuleCode.VALIDATIONS), 1);
    await retention.service.apply();
    assert.equal(await overdue(RetentionRuleCode.VALIDATIONS), 0);

    const [forgotten, young] = await database.query<Record<string, unknown>>(
      'SELECT * FROM validation_attempts ORDER BY finished_at',
    );
    assert.ok(forgotten !== undefined && young !== undefined);
    const kept = ['checkpoint_id', 'state', 'reason', 'model_id', 'threshold'].map((column) => forgotten[column]);
    assert.deepEqual(kept, [checkpointId, 'ACCEPTED', 'MATCH', 'm', young['threshold']]);
    for (const gone of ['person_id', 'credential_id', 'claim', 'comparison_score', 'pad_live'])
      assert.equal(forgotten[gone], null, gone);
    // Nothing in the row is in the audit or the log: neither the id, nor the request, nor the second.
    assert.notEqual(forgotten['id'], old?.id);
    assert.equal(forgotten['correlation_id'], 'forgotten');
    for (const time of ['created_at', 'deadline_at', 'finished_at']) assert.deepEqual(forgotten[time], old?.day, time);
    assert.ok(String(forgotten['id']) < uuidv7(), 'in a list it stands where it stood');
    assert.equal(String(forgotten['id'])[14], '7');
    assert.deepEqual([young['person_id'], young['pad_live']], [holder.personId, 0.98]);
  });

  it('may be done once to a final validation, and changes nothing of what was decided', async () => {
    await addAttempts(await addHolder(), OLD);
    const forget = 'person_id = NULL, credential_id = NULL, claim = NULL, comparison_score = NULL, pad_live = NULL';
    for (const other of ["state = 'REJECTED'", 'threshold = 0', "reason = 'NO_FACE'", 'opened_by = id'])
      await assert.rejects(
        database.query(`UPDATE validation_attempts SET ${forget}, anonymised_at = now(), ${other}`),
        /is final/,
      );
    await assert.rejects(database.query(`UPDATE validation_attempts SET ${forget}`), /is final/);
    await assert.rejects(
      database.query('UPDATE validation_attempts SET anonymised_at = now() WHERE anonymised_at IS NULL'),
      /validation_attempts_anonymised_check/,
    );
    await retention.service.apply();
    await assert.rejects(
      database.query('UPDATE validation_attempts SET anonymised_at = now() WHERE anonymised_at IS NOT NULL'),
      /is final/,
    );
  });

  it('deletes ended enrolments, but for the one whose template is in use', async () => {
    const [without, using] = [await addHolder(), await addHolder()];
    for (const { enrolmentId } of [without, using])
      await database.query(
        `UPDATE enrolments SET state = 'COMPLETED', reason = 'ENROLLED', created_at = now() - $2::interval,
           finished_at = now() - $2::interval WHERE id = $1`,
        [enrolmentId, OLD],
      );
    await addTemplate(using, YOUNG);
    const running = await addHolder();
    await retention.service.apply();
    const left = await database.query<{ id: string }>('SELECT id FROM enrolments WHERE id = ANY($1)', [
      [without, using, running].map(({ enrolmentId }) => enrolmentId),
    ]);
    assert.deepEqual(left.map(({ id }) => id).toSorted(), [using.enrolmentId, running.enrolmentId].toSorted());
  });

  it('deletes old templates with the keys that open copies of them', async () => {
    const [old, young] = [await addHolder(), await addHolder()];
    await addTemplate(old, ANCIENT);
    await addTemplate(young, OLD);
    await retention.service.apply();
    const left = (await database.query<{ person: string }>('SELECT person_id AS person FROM templates')).map(
      ({ person }) => person,
    );
    assert.deepEqual([left.includes(old.personId), left.includes(young.personId)], [false, true]);
    const keys = [old.consentId, old.personId, young.consentId].map((id) =>
      count('data_keys WHERE subject_id = $1', [id]),
    );
    assert.deepEqual(await Promise.all(keys), [0, 1, 1]);
  });

  it('deletes ended credentials that no validation names, and keeps the last one as long as the person', async () => {
    const holder = await addHolder(YOUNG);
    const add = async (revoked: string): Promise<string> => {
      const id = uuidv7();
      await database.query(
        `INSERT INTO credentials (id, person_id, kind, issued_by, issued_at, expires_at, revoked_at, revoked_reason)
         VALUES ($1, $2, 'CARD', $2, now() - interval '5 years', now() + interval '5 years', now() - $3::interval, 'Lost.')`,
        [id, holder.personId, revoked],
      );
      return id;
    };
    const [old, named, young] = [await add(OLD), await add(OLD), await add(YOUNG)];
    await addAttempts({ ...holder, credentialId: named }, YOUNG);
    const gone = await addHolder(ANCIENT); // its only one, of a person with an active consent from today
    await retention.service.apply();
    const left = await database.query<{ id: string }>('SELECT id FROM credentials WHERE id = ANY($1)', [
      [old, named, young, gone.credentialId],
    ]);
    assert.deepEqual(left.map(({ id }) => id).toSorted(), [named, young, gone.credentialId].toSorted());
  });

  it('erases persons who have nothing that is good any more, with a receipt, and nobody else', async () => {
    const age = async (personId: string, column: string) => {
      await database.query(`UPDATE persons SET created_at = now() - '3 years'::interval WHERE id = $1`, [personId]);
      await database.query(
        `UPDATE enrolments SET state = 'EXPIRED', reason = 'CAPTURE_NOT_RECEIVED', created_at = now() - '3 years'::interval,
           finished_at = now() - '3 years'::interval WHERE person_id = $1`,
        [personId],
      );
      await database.query(
        `UPDATE consents SET given_at = now() - '3 years'::interval, active = false, withdrawn_at = ${column} WHERE person_id = $1`,
        [personId],
      );
    };
    const [left, recentlyWithdrawn, cardGood, cardEndedLately] = [
      await addHolder(ANCIENT),
      await addHolder(ANCIENT),
      await addHolder(YOUNG),
      await addHolder(OLD),
    ];
    await addAttempts(left, OLD);
    for (const { personId } of [left, cardGood, cardEndedLately]) await age(personId, `now() - '2 years'::interval`);
    await age(recentlyWithdrawn.personId, 'now()');
    await retention.service.apply();
    const erased = await database.query<{ id: string }>('SELECT id FROM persons WHERE erased_at IS NOT NULL');
    assert.deepEqual(erased, [{ id: left.personId }]);
    const receipts = await database.query('SELECT person_id, reason, erased_by FROM erasure_receipts');
    assert.deepEqual(receipts, [{ person_id: left.personId, reason: 'RETENTION', erased_by: null }]);
    assert.equal(await count('data_keys WHERE subject_id = $1', [left.personId]), 0);
  });

  it('deletes cards of old reviews, old ones in the archive and the trash, and what cards said long ago', async () => {
    const [reviews] = await database.query<{ id: string; column: string }>(
      `SELECT boards.id, board_columns.id AS column FROM boards JOIN board_columns ON board_id = boards.id
       WHERE system = 'REVIEWS' AND role = 'WAITING'`,
    );
    const addCard = async (title: string, columns: Record<string, string>) => {
      const id = uuidv7();
      const names = Object.keys(columns).map((name) => `, ${name}`);
      const values = Object.values(columns).map((value) => `, ${value}`);
      await database.query(
        `INSERT INTO cards (id, board_id, column_id, title${names.join('')}) VALUES ($1, $2, $3, $4${values.join('')})`,
        [id, reviews?.id, reviews?.column, title],
      );
      return id;
    };
    const holder = await addHolder();
    await addAttempts(holder, OLD);
    await addAttempts(holder, YOUNG);
    const attempts = await database.query<{ id: string }>(
      'SELECT id FROM validation_attempts WHERE person_id = $1 ORDER BY finished_at',
      [holder.personId],
    );
    for (const [index, { id }] of attempts.entries())
      await database.query(
        `INSERT INTO card_reviews (card_id, cause, attempt_id, checkpoint_id, opened_by, reason, ended_at)
         SELECT $1, 'INCONCLUSIVE', id, checkpoint_id, opened_by, 'TOO_DARK', finished_at FROM validation_attempts WHERE id = $2`,
        [await addCard(`${index === 0 ? 'old' : 'young'} review`, { position: String(index) }), id],
      );
    const ago = (days: number) => `now() - '${days} days'::interval`;
    await addCard('old in the archive', { archived_at: ago(366) });
    await addCard('old in the trash', { trashed_at: ago(31) });
    await addCard('young in the archive', { archived_at: ago(364) });
    const young = await addCard('young in the trash', { trashed_at: ago(29) });
    for (const [version, days] of [29, 31].entries())
      await database.query(
        `INSERT INTO card_changes (id, card_id, version, kind, at) VALUES ($1, $2, $3, 'EDITED', ${ago(days)})`,
        [uuidv7(), young, version],
      );
    const author = uuidv7();
    await database.query(
      `INSERT INTO users (id, email, display_name, password_hash, roles) VALUES ($1, 'o@school.test', 'Olga', '-', '{OPERATOR}')`,
      [author],
    );
    for (const days of [29, 31])
      await database.query(
        `INSERT INTO card_comments (id, card_id, author_id, body, deleted_at) VALUES ($1, $2, $3, $4, ${ago(days)})`,
        [uuidv7(), young, author, `deleted ${days} days ago`],
      );
    await retention.service.apply();
    assert.deepEqual(await database.query('SELECT body FROM card_comments'), [{ body: 'deleted 29 days ago' }]);
    const left = await database.query<{ title: string }>('SELECT title FROM cards ORDER BY title');
    assert.deepEqual(
      left.map(({ title }) => title),
      ['young in the archive', 'young in the trash', 'young review'],
    );
    assert.deepEqual(await database.query('SELECT version FROM card_changes'), [{ version: 0 }]);
    for (const rule of [RetentionRuleCode.REVIEWS, RetentionRuleCode.ARCHIVED_CARDS, RetentionRuleCode.TRASHED_CARDS])
      assert.equal(await overdue(rule), 0);
  });

  it('is in the audit with every batch, and tells of its last run', async () => {
    await addAttempts(await addHolder(), OLD, 1_500);
    const [head] = await database.query<{ sequence: string }>('SELECT sequence FROM audit_head');
    await retention.service.apply();
    const events = await database.query(
      `SELECT actor, subject_kind, subject_id, details FROM audit_events WHERE sequence > $1 ORDER BY sequence`,
      [head?.sequence],
    );
    const event = { actor: 'system', subject_kind: 'RETENTION_RULE', subject_id: 'VALIDATIONS' };
    assert.deepEqual(events, [
      { ...event, details: { affected: '1000' } },
      { ...event, details: { affected: '500' } },
    ]);
    const rule = await ruleOf(RetentionRuleCode.VALIDATIONS);
    assert.deepEqual([rule?.days, rule?.setting, rule?.overdue], [180, 'RETENTION_VALIDATION_DAYS', 0]);
    assert.equal(rule?.lastRun?.affected, 1_500);
    assert.ok(rule.lastRun.finishedAt instanceof Date);
  });

  it('goes on where a run was stopped', async () => {
    await addAttempts(await addHolder(), OLD, 2_500);
    let batches = 0;
    await retention.service.apply(() => ++batches > 1);
    assert.equal(await count('validation_attempts WHERE anonymised_at IS NOT NULL'), 1_000);
    const stopped = await ruleOf(RetentionRuleCode.VALIDATIONS);
    assert.deepEqual([stopped?.lastRun?.affected, stopped?.lastRun?.finishedAt], [1_000, null]);
    await retention.service.apply();
    assert.equal(await count('validation_attempts WHERE anonymised_at IS NULL'), 0);
    assert.equal((await ruleOf(RetentionRuleCode.VALIDATIONS))?.lastRun?.affected, 2_500);
  });

  it('is applied by one process at a time', async () => {
    await addAttempts(await addHolder(), OLD);
    const other = new DataSource(dataSourceOptions({ DATABASE_URL: role.url, DATABASE_POOL: 1 }, 'other'));
    await other.initialize();
    const runner = other.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT pg_advisory_xact_lock(1764800000)');
    await retention.service.apply();
    assert.equal(await count('validation_attempts WHERE anonymised_at IS NULL'), 1);
    await runner.rollbackTransaction();
    await other.destroy();
    await retention.service.apply();
    assert.equal(await count('validation_attempts WHERE anonymised_at IS NULL'), 0);
  });

  it('forgets 100,000 validations in bounded time, and holds nobody up meanwhile', async (t) => {
    const holder = await addHolder();
    for (let part = 0; part < 10; part++) await addAttempts(holder, OLD, 10_000);
    await database.query('ANALYZE validation_attempts');
    let running = true;
    const waits: number[] = [];
    const visitors = (async () => {
      while (running) {
        const started = performance.now();
        await addAttempts(holder, '0 days');
        waits.push(performance.now() - started);
        await sleep(20);
      }
    })();
    const started = performance.now();
    await retention.service.apply();
    const seconds = (performance.now() - started) / 1_000;
    running = false;
    await visitors;
    const slowest = Math.max(...waits);
    t.diagnostic(
      `${seconds.toFixed(1)} s; ${waits.length} validations meanwhile, the slowest ${slowest.toFixed(0)} ms`,
    );
    assert.equal(await count('validation_attempts WHERE anonymised_at IS NOT NULL'), 100_000);
    assert.equal(await count('validation_attempts WHERE anonymised_at IS NULL'), waits.length);
    assert.ok(seconds < 60, `${seconds} s`);
    assert.ok(slowest < 1_000, `${slowest} ms`);
  });

  it('has a sentence in both languages for every rule', () => {
    for (const rule of Object.values(RetentionRuleCode))
      for (const language of Object.values(Language)) assert.ok(RETENTION_RULES[rule].what[language].length > 20);
  });

  async function addTemplate(of: { personId: string; enrolmentId: string; consentId: string }, age: string) {
    await dataKeys.create(of.consentId);
    await database.query(
      `INSERT INTO templates (id, person_id, enrolment_id, consent_id, key_id, model_id, model_version, protection, generation, sealed, created_at)
       VALUES ($1, $2, $3, $4, $4, 'm', '1', 'test', $1, $5, now() - $6::interval)`,
      [uuidv7(), of.personId, of.enrolmentId, of.consentId, randomBytes(8), age],
    );
  }
});
