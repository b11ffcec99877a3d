import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Holder } from '../../scripts/client/holder.js';
import { leftovers } from '../../scripts/erasure/leftovers.js';
import { withDatabase } from '../../scripts/support/database-client.js';
import { readEnvironment } from '../../src/config/env.js';
import { ErasureReceipts } from '../../src/modules/privacy/index.js';
import { frames, type Frames } from '../support/frames.js';
import { PERSONAL_TABLES } from '../support/personal-tables.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

const PASSWORD = 'correct horse battery';
const NAME = 'Zenobia Quesada Incógnita';
const GUARDIAN = { name: 'Hermenegilda Quesada', relation: 'MOTHER' };
const EVIDENCE = { needsGuardian: true, guardian: GUARDIAN, reference: 'Impreso 77/B' };
const PIN = '493817';
const WRONG_PIN = '718394';

/** By which a row of a table is known, where it is not by its id. */
const KEYS: Readonly<Record<string, string>> = {
  data_keys: 'subject_id',
  comparison_failures: 'subject_id',
  person_pins: 'person_id',
  pin_failures: 'person_id',
  holder_invitations: 'person_id',
  card_reviews: 'card_id',
};

type Row = Record<string, unknown>;

interface Document {
  readonly format: string;
  readonly language: string;
  readonly information: Record<string, string | string[]>;
  readonly retention: readonly { readonly rule: string; readonly what: string; readonly days: number | null }[];
  readonly profile: Row;
  readonly [section: string]: unknown;
}

interface Exported {
  readonly id: string;
  readonly fileName: string;
  readonly counts: readonly { readonly section: string; readonly count: number }[];
  readonly document: string;
}

const EXPORT = `mutation ($personId: ID!, $language: Language! = ES) { exportPerson(personId: $personId, language: $language) {
  id fileName counts { section count } document } }`;

async function exportOf(client: ApiClient, personId: string, language = 'ES') {
  const { exportPerson } = await client.ask<{ exportPerson: Exported }>(EXPORT, { personId, language });
  return { ...exportPerson, content: JSON.parse(exportPerson.document) as Document };
}

describe('what a person may ask for', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let desk: Desk;
  let registrar: ApiClient;
  let registrarId: string;
  let faces: Frames;
  let checkpointId: string;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({ databaseUrl: database.url });
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
    const user = await addUser(admin, 'REGISTRAR', PASSWORD, 'Rita Registro');
    registrarId = user.id;
    registrar = await ApiClient.signIn(stack.api.url, user);
    desk = new Desk(admin);
    checkpointId = await desk.checkpoint();
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const count = async (sql: string, parameters: unknown[]): Promise<number> => {
    const [row] = await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, parameters);
    return row?.count ?? -1;
  };
  /** Waits for the card that the worker opens on what an operator decided. */
  const untilReviewed = async (personId: string): Promise<void> => {
    while ((await count(`card_reviews WHERE ${PERSONAL_TABLES['card_reviews']?.rows ?? ''}`, [personId])) === 0)
      await sleep(50);
  };
  /** Statements on one connection, without triggers and foreign keys, as a restore has it. */
  const restoring = (sql: string) =>
    database.query(`SET session_replication_role = replica; ${sql}; SET session_replication_role = DEFAULT`);
  const literal = (rows: unknown) => `'${JSON.stringify(rows).replaceAll("'", "''")}'`;

  it('an export of everything: what it is for, and all that there is of it', async () => {
    const otherName = 'Otra Persona Distinta';
    const other = await desk.enrol(faces.genuine, otherName);
    const { personId, card } = await desk.enrol(faces.genuine, NAME, EVIDENCE);
    await desk.validate(checkpointId, card, [faces.probe]);
    await desk.validate(checkpointId, card, [faces.other]);
    const { content, counts, fileName, id, document } = await exportOf(registrar, personId, 'EN');

    assert.equal(content.format, 'presente-person-export-1');
    assert.match(fileName, new RegExp(`^presente-${personId}-\\d{4}-\\d\\d-\\d\\d\\.json$`));
    assert.equal(content.profile['displayName'], NAME);
    assert.match(String(content.profile['externalId']), /^A-/);
    const [consent] = content['consents'] as Row[];
    assert.match(String(consent?.['text']), /^Acepto que la institución/, 'in the language in which it was shown');
    assert.deepEqual(consent?.['recordedBy'], ['ADMIN']);
    assert.deepEqual([consent['givenBy'], consent['evidence']], ['GUARDIAN', EVIDENCE]);
    assert.deepEqual(
      (content['validations'] as Row[]).map(({ state, reason }) => [state, reason]),
      [
        ['ACCEPTED', 'MATCH'],
        ['REJECTED', 'FACE_MISMATCH'],
      ],
    );
    for (const validation of content['validations'] as Row[]) {
      assert.match(String(validation['checkpoint']), /^Puerta /);
      assert.match(String(validation['comparisonScore']), /^-?[01](\.\d)?$/, 'a score to one decimal');
      assert.match(String(validation['liveness']), /^[01](\.\d)?$/);
    }
    const activity = (content['activity'] as Row[]).map(({ action, by }) => `${String(action)} ${String(by)}`);
    assert.deepEqual(activity, [
      'PERSON_REGISTERED ADMIN',
      'CONSENT_RECORDED ADMIN',
      'ENROLMENT_OPENED ADMIN',
      'ENROLMENT_ENDED WORKER',
      'CREDENTIAL_ISSUED ADMIN',
      'VALIDATION_ENDED WORKER',
      'VALIDATION_ENDED WORKER',
    ]);
    for (const { section, count } of counts)
      assert.equal((content[section.toLowerCase()] as Row[]).length, count, section);

    // GDPR 15(1) a to h, in the language asked for.
    for (const part of ['purposes', 'legalBasis', 'categories', 'recipients', 'rights', 'withheld'])
      assert.ok((content.information[part] ?? []).length > 0, part);
    for (const part of ['source', 'transfers', 'automatedDecisions']) assert.ok(content.information[part], part);
    assert.match(String(content.information['purposes']), /^To check/);
    assert.equal(content.retention.find(({ rule }) => rule === 'VALIDATIONS')?.days, 180);

    // Nobody else, no template, no key.
    const secrets = await database.query<{ text: string }>(
      `SELECT encode(sealed, 'hex') AS text FROM templates UNION ALL SELECT encode(sealed, 'base64') FROM templates
       UNION ALL SELECT encode(wrapped, 'hex') FROM data_keys UNION ALL SELECT id::text FROM users
       UNION ALL SELECT email FROM users UNION ALL SELECT display_name FROM users`,
    );
    assert.ok(secrets.length > 6);
    for (const text of [...secrets.map((row) => row.text), other.personId, otherName])
      assert.ok(!document.includes(text), text);

    // The next one tells of this one.
    const again = (await exportOf(registrar, personId)).content;
    assert.match(String(again.information['purposes']), /^Comprobar/);
    const last = (again['activity'] as Row[]).at(-1);
    assert.deepEqual([last?.['action'], last?.['by']], ['PERSON_EXPORTED', ['REGISTRAR']]);
    const [event] = await database.query(
      `SELECT actor, subject_id, details FROM audit_events WHERE action = 'PERSON_EXPORTED' ORDER BY sequence LIMIT 1`,
    );
    assert.deepEqual(event, { actor: registrarId, subject_id: personId, details: { exportId: id } });
  });

  it('given out by registrars and administrators alone, and of nobody who was erased', async () => {
    const personId = await desk.register(NAME);
    for (const role of ['OPERATOR', 'AUDITOR', 'SRE']) {
      const client = await ApiClient.signIn(stack.api.url, await addUser(admin, role, PASSWORD));
      assert.equal(await client.errorCode(EXPORT, { personId }), 'FORBIDDEN', role);
    }
    assert.equal(await registrar.errorCode('{ retention { rule } }'), 'FORBIDDEN');
    await exportOf(admin, personId);
    await desk.erase(personId);
    assert.equal(await registrar.errorCode(EXPORT, { personId }), 'NOT_FOUND');
    assert.equal(await registrar.errorCode(EXPORT, { personId: randomUUID() }), 'NOT_FOUND');
  });

  it('an export and an erasure that are whole, of a person with 10,000 validations', async () => {
    const { personId } = await desk.enrol(faces.genuine);
    await database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, person_id, state, reason, opened_by, correlation_id, deadline_at, finished_at)
       SELECT gen_random_uuid(), $1, $2, 'REJECTED', 'FACE_MISMATCH', $1, 'test', now(), now() FROM generate_series(1, 10000)`,
      [checkpointId, personId],
    );
    const { content } = await exportOf(registrar, personId);
    assert.equal((content['validations'] as Row[]).length, 10_000);
    const { token } = await desk.erase(personId);
    const claims = await new ErasureReceipts(readEnvironment(stack.environment)).read(token);
    assert.equal(claims?.erased.validations, 10_000);
    assert.equal(await count('validation_attempts WHERE person_id = $1', [personId]), 0);
  });

  it('a withdrawal that leaves no template and no key that opens a copy of it', async () => {
    const { personId, card } = await desk.enrol(faces.genuine);
    const copy = await database.query<{ row: { key_id: string } }>(
      'SELECT row_to_json(templates) AS row FROM templates WHERE person_id = $1',
      [personId],
    );
    const keyId = copy[0]?.row.key_id;
    assert.equal(await count('data_keys WHERE subject_id = $1', [keyId]), 1);
    await desk.withdraw(personId);
    assert.equal(await count('templates WHERE person_id = $1', [personId]), 0);
    assert.equal(await count('data_keys WHERE subject_id = $1', [keyId]), 0);
    assert.equal((await exportOf(registrar, personId)).content.profile['id'], personId, 'the name is still read');

    // A backup of the row is put back, and the person agrees anew: their face opens nothing.
    await desk.consent(personId);
    await restoring(
      `INSERT INTO templates SELECT * FROM json_populate_record(NULL::templates, ${literal(copy[0]?.row)})`,
    );
    const ended = await desk.validate(checkpointId, card, [faces.probe]);
    assert.deepEqual([ended.state, ended.reason], ['FAILED', 'PROCESSING_FAILED']);
    await restoring(`DELETE FROM templates WHERE person_id = '${personId}'`);
  });

  it('who agreed for them shown to those it is for, kept while they are, and gone with them', async () => {
    const { personId, card } = await desk.enrol(faces.genuine, NAME, EVIDENCE);
    const holder = await Holder.open(stack.api.url, await desk.invite(personId));
    const { myConsent } = await holder.client.ask<{ myConsent: { evidence: unknown } }>(
      `{ myConsent { evidence { needsGuardian guardianName guardianRelation reference } } }`,
    );
    const { guardian, ...evidence } = EVIDENCE;
    const { name: guardianName, relation: guardianRelation } = guardian;
    assert.deepEqual(myConsent.evidence, { ...evidence, guardianName, guardianRelation });

    // A consent that was given again after a withdrawal leaves the earlier one as it was.
    await desk.withdraw(personId);
    await desk.consent(personId);
    const SEEN = `query ($id: ID!) { person(id: $id) { consentHistory { givenBy evidence { needsGuardian reference } } } }`;
    const auditor = await ApiClient.signIn(stack.api.url, await addUser(admin, 'AUDITOR', PASSWORD));
    for (const client of [registrar, auditor]) {
      const { person } = await client.ask<{ person: { consentHistory: Row[] } }>(SEEN, { id: personId });
      assert.deepEqual(person.consentHistory, [
        { givenBy: 'PERSON', evidence: { needsGuardian: false, reference: 'C-2026-001' } },
        { givenBy: 'GUARDIAN', evidence: { needsGuardian: true, reference: EVIDENCE.reference } },
      ]);
    }

    // A row that was moved to another person opens there no more than a name does.
    const other = await desk.enrol(faces.genuine);
    await database.query(
      `UPDATE consents SET sealed_evidence = (SELECT sealed_evidence FROM consents WHERE person_id = $1 LIMIT 1)
       WHERE person_id = $2`,
      [personId, other.personId],
    );
    assert.equal(await admin.errorCode(SEEN, { id: other.personId }), 'INTERNAL');

    const asked = 'idempotency_keys WHERE entity_id IN (SELECT id FROM consents WHERE person_id = $1)';
    assert.equal(await count(asked, [personId]), 2);
    await desk.erase(personId);
    assert.equal(await count('consents WHERE person_id = $1', [personId]), 2);
    assert.equal(await count('consents WHERE person_id = $1 AND sealed_evidence IS NOT NULL', [personId]), 0);
    assert.equal(await count(asked, [personId]), 0);
    assert.equal((await desk.open(checkpointId, card)).attempt.reason, 'CREDENTIAL_REVOKED');
  });

  it('no table forgotten: each that refers to a person has its place in export, erasure and retention', async () => {
    const found = await database.query<{ name: string }>(
      `WITH RECURSIVE referring AS (
         SELECT 'persons'::regclass::oid AS oid
         UNION SELECT conrelid FROM pg_constraint JOIN referring ON confrelid = referring.oid WHERE contype = 'f')
       SELECT oid::regclass::text AS name FROM referring
       UNION SELECT table_name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name ~ '(person|subject|holder|entity)_id$'`,
    );
    assert.deepEqual(found.map(({ name }) => name).toSorted(), Object.keys(PERSONAL_TABLES).toSorted());
  });

  it('an export with something of every table, and an erasure that reaches every table', async () => {
    const { personId, card } = await desk.enrol(faces.genuine, NAME);
    await desk.validate(checkpointId, card, [faces.probe]);
    await desk.validate(checkpointId, card, [faces.other]);
    await desk.setPin(personId, PIN);
    await desk.validateWithoutFace({ checkpointId, credential: card, pin: PIN });
    await untilReviewed(personId);
    await desk.validateWithoutFace({ checkpointId, credential: card, pin: WRONG_PIN });
    await Holder.open(stack.api.url, await desk.invite(personId));
    await desk.invite(personId);
    stack.worker.kill('SIGSTOP');
    await desk.openEnrolment(personId);
    const { content } = await exportOf(registrar, personId);
    const tables = Object.entries(PERSONAL_TABLES).filter(([name]) => name !== 'erasure_receipts');
    const rowsOf = async (name: string, condition: string) =>
      (
        await database.query<{ row: Row }>(`SELECT row_to_json(t) AS row FROM ${name} AS t WHERE ${condition}`, [
          personId,
        ])
      ).map(({ row }) => row);

    const before = new Map<string, Row[]>();
    for (const [name, { rows, exported }] of tables) {
      const held = await rowsOf(name, rows);
      assert.ok(held.length > 0, `the test must have something in ${name}`);
      before.set(name, held);
      if (typeof exported === 'string')
        assert.ok(Object.values(content[exported] as object).length > 0, `${name} is in the export`);
    }

    const receipt = await desk.erase(personId);
    stack.worker.kill('SIGCONT');
    const claims = await new ErasureReceipts(readEnvironment(stack.environment)).read(receipt.token);
    assert.ok(claims !== undefined);
    const found = async () =>
      (await withDatabase({ DATABASE_URL: database.url }, (client) => leftovers(client, claims)))
        .filter(({ count }) => count > 0)
        .map(({ name }) => name);
    assert.deepEqual(await found(), []);

    for (const [name, { rows, erased }] of tables) {
      const old = before.get(name) ?? [];
      const now = await rowsOf(name, rows);
      if ('stays' in erased) continue;
      if ('gone' in erased) assert.deepEqual(now, [], `${name} is gone`);
      else for (const row of now) assert.ok(!old.some((was) => JSON.stringify(was) === JSON.stringify(row)), name);
      const check = 'gone' in erased ? erased.gone : erased.changed;
      if (check === undefined) continue;

      // The rows as a backup has them.
      const key = KEYS[name] ?? 'id';
      const ids = old.map((row) => `'${String(row[key])}'`).join(',');
      const stand = await rowsOf(name, `$1::uuid IS NOT NULL AND ${key} IN (${ids})`);
      const put = (content: Row[]) =>
        restoring(`DELETE FROM ${name} WHERE ${key} IN (${ids});
          INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, ${literal(content)})`);
      await put(old);
      assert.ok((await found()).includes(check), `erasure:verify finds ${name} by "${check}"`);
      await put(stand);
      assert.deepEqual(await found(), []);
    }
  });
});
