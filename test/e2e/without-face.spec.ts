import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Holder } from '../../scripts/client/holder.js';
import { uuidv7 } from '../../src/common/ids.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser, type TestUser } from '../support/users.js';

const PASSWORD = 'correct horse battery';
const PIN = '739105';
const WRONG = '482917';

describe('the way without a face', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let desk: Desk;
  let operator: TestUser;
  let door: Desk;
  let faces: Frames;
  let checkpointId: string;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({ databaseUrl: database.url });
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    desk = new Desk(admin);
    operator = await addUser(admin, 'OPERATOR', PASSWORD);
    door = new Desk(await ApiClient.signIn(stack.api.url, operator));
    checkpointId = await desk.checkpoint();
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  /** Somebody who has a card and a PIN, and never consented to anything. */
  const unconsenting = async () => {
    const personId = await desk.register();
    await desk.setPin(personId, PIN);
    return { personId, card: (await desk.issueCard(personId)).text };
  };
  const tried = async (credential: string, pin: string = PIN): Promise<[state: string, reason: string | null]> => {
    const { state, reason } = await door.validateWithoutFace({ checkpointId, credential, pin });
    return [state, reason];
  };

  it('lets in who has no consent and no template, on the word of an operator, and says so', async () => {
    const { personId, card } = await unconsenting();
    assert.equal((await door.open(checkpointId, card)).attempt.reason, 'CONSENT_MISSING');
    const { id, state, reason } = await door.validateWithoutFace({
      checkpointId,
      credential: card,
      pin: PIN,
      reason: 'NO_CONSENT',
      attestation: 'KNOWN_PERSON',
    });
    assert.deepEqual([state, reason], ['ACCEPTED', 'ATTESTED']);
    const { validation } = await desk.client.ask<{ validation: object }>(
      `{ validation(id: "${id}") { method result { ... on ValidationAccepted { person { id } } } } }`,
    );
    assert.deepEqual(validation, { method: 'QR_PIN_OPERATOR', result: { person: { id: personId } } });
    const rows = await database.query(
      `SELECT attested_by AS by, attestation, without_face_because AS because, comparison_score AS score, model_id AS model
       FROM validation_attempts WHERE id = $1`,
      [id],
    );
    assert.deepEqual(rows, [
      { by: operator.id, attestation: 'KNOWN_PERSON', because: 'NO_CONSENT', score: null, model: null },
    ]);
    const events = await database.query(
      'SELECT action, actor, outcome, details FROM audit_events WHERE subject_id = $1 ORDER BY sequence',
      [id],
    );
    const event = { actor: operator.id, outcome: 'SUCCESS' };
    assert.deepEqual(events, [
      {
        ...event,
        action: 'VALIDATION_ATTESTED',
        details: { personId, checkpointId, reason: 'NO_CONSENT', attestation: 'KNOWN_PERSON' },
      },
      { ...event, action: 'VALIDATION_ENDED', details: { personId, state: 'ACCEPTED', reason: 'ATTESTED' } },
    ]);
  });

  it('leaves the template of who has one alone, and works with a pass, once', async () => {
    const { personId } = await desk.enrol(faces.genuine);
    await desk.setPin(personId, PIN);
    const template = () => database.query('SELECT * FROM templates WHERE person_id = $1', [personId]);
    const before = await template();
    const pass = await (await Holder.open(stack.api.url, await desk.invite(personId))).pass();
    assert.deepEqual(await tried(pass), ['ACCEPTED', 'ATTESTED']);
    assert.deepEqual(await tried(pass), ['REJECTED', 'PASS_REPLAYED']);
    assert.deepEqual(await template(), before);
  });

  it('wants a good QR and the right PIN', async () => {
    const { personId, card } = await unconsenting();
    assert.deepEqual(await tried(card, WRONG), ['REJECTED', 'PIN_WRONG']);
    assert.deepEqual(await tried(`${card}x`), ['REJECTED', 'CREDENTIAL_INVALID']);
    await desk.issueCard(personId);
    assert.deepEqual(await tried(card), ['REJECTED', 'CREDENTIAL_REVOKED']);
    const withoutPin = (await desk.issueCard(await desk.register())).text;
    assert.deepEqual(await tried(withoutPin), ['REJECTED', 'PIN_NOT_SET']);
  });

  it('is for operators, who say what they saw', async () => {
    const { personId, card } = await unconsenting();
    const query = 'mutation ($input: ValidateWithoutFaceInput!) { validateWithoutFace(input: $input) { __typename } }';
    const input = {
      checkpointId,
      credential: card,
      pin: PIN,
      reason: 'PREFERENCE',
      attestation: 'ID_DOCUMENT',
      idempotencyKey: randomUUID(),
    };
    for (const role of ['REGISTRAR', 'AUDITOR', 'SRE']) {
      const client = await ApiClient.signIn(stack.api.url, await addUser(desk.client, role, PASSWORD));
      assert.equal(await client.errorCode(query, { input }), 'FORBIDDEN', role);
    }
    const holder = await Holder.open(stack.api.url, await desk.invite(personId));
    assert.equal(await holder.client.errorCode(query, { input }), 'FORBIDDEN', 'the person themselves');
    assert.equal(await new ApiClient(stack.api.url).errorCode(query, { input }), 'UNAUTHENTICATED');
    for (const missing of ['reason', 'attestation', 'pin']) {
      const code = await door.client.errorCode(query, { input: { ...input, [missing]: undefined } });
      assert.equal(code, 'BAD_USER_INPUT', `without ${missing}`);
    }
    assert.deepEqual(await tried(card), ['ACCEPTED', 'ATTESTED']);
  });

  it('is not shut by whoever tries out PINs at an unattended door', async () => {
    const { personId, card } = await desk.enrol(faces.genuine);
    await desk.setPin(personId, PIN);
    const unattended = await desk.checkpoint('FACE_AND_PIN');
    for (let index = 0; index < 6; index++) await desk.open(unattended, card, randomUUID(), { pin: WRONG });
    assert.equal((await desk.open(unattended, card, randomUUID(), { pin: PIN })).attempt.reason, 'PIN_LOCKED');
    assert.deepEqual(await tried(card), ['ACCEPTED', 'ATTESTED']);
    for (let index = 0; index < 5; index++) await tried(card, WRONG);
    assert.deepEqual(await tried(card), ['REJECTED', 'PIN_LOCKED'], 'but has its own count');
  });

  it('is open to who is locked out by comparisons that failed', async () => {
    const { personId, card } = await desk.enrol(faces.genuine);
    await desk.setPin(personId, PIN);
    await database.query(
      'INSERT INTO comparison_failures (subject_id, person_id, failures, last_failed_at) VALUES ($1, $1, 50, now())',
      [personId],
    );
    assert.equal((await door.open(checkpointId, card)).attempt.reason, 'LOCKED');
    assert.deepEqual(await tried(card), ['ACCEPTED', 'ATTESTED']);
  });

  it('is one try for a client that repeats its request', async () => {
    const { card } = await unconsenting();
    const asked = { checkpointId, credential: card, pin: PIN, idempotencyKey: randomUUID() };
    const attempts = await Promise.all([1, 2, 3, 4].map(() => door.validateWithoutFace(asked)));
    assert.equal(new Set(attempts.map(({ id }) => id)).size, 1);
    const repeated = await door.validateWithoutFace({ ...asked, pin: WRONG });
    assert.equal(repeated.id, attempts[0]?.id);
  });

  describe('in the database', () => {
    const insert = async (columns: Record<string, unknown>): Promise<string> => {
      const { personId } = await unconsenting();
      const [credential] = await database.query<{ id: string }>('SELECT id FROM credentials WHERE person_id = $1', [
        personId,
      ]);
      const row = {
        id: uuidv7(),
        checkpoint_id: checkpointId,
        person_id: personId,
        credential_id: credential?.id,
        state: 'ACCEPTED',
        reason: 'ATTESTED',
        method: 'QR_PIN_OPERATOR',
        attested_by: operator.id,
        attestation: 'ID_DOCUMENT',
        without_face_because: 'EQUIPMENT',
        opened_by: operator.id,
        correlation_id: 'test-correlation',
        deadline_at: new Date(),
        finished_at: new Date(),
        ...columns,
      };
      const names = Object.keys(row);
      const places = names.map((_, index) => `$${index + 1}`).join();
      return database
        .query(`INSERT INTO validation_attempts (${names.join()}) VALUES (${places})`, Object.values(row))
        .then(
          () => 'inserted',
          (error: unknown) => (error as { constraint?: string }).constraint ?? 'refused',
        );
    };
    const face = { method: 'FACE', attested_by: null, attestation: null, without_face_because: null };
    const matching = { comparison_score: 0.5, threshold: 0.5 };
    const confirmed = {
      method: 'FACE_AND_OPERATOR',
      without_face_because: null,
      reason: 'CONFIRMED',
      confirms: uuidv7(),
    };
    const accepted = 'validation_attempts_accepted_check';
    const attested = 'validation_attempts_attested_check';
    const cases: [name: string, columns: Record<string, unknown>, outcome: string][] = [
      ['an operator’s word is enough', {}, 'inserted'],
      ['a score at its threshold is enough', { ...face, ...matching }, 'inserted'],
      ['a score below is not', { ...face, comparison_score: 0.4, threshold: 0.5 }, accepted],
      ['no score at all is not', face, accepted],
      ['no threshold is not', { ...face, comparison_score: 0.9 }, accepted],
      ['nobody’s word is not', { attested_by: null }, accepted],
      ['nobody’s refusal is not', { attested_by: null, state: 'REJECTED', reason: 'PIN_WRONG' }, attested],
      ['a word without what was seen is not', { attestation: null }, attested],
      ['a word without a reason is not', { without_face_because: null }, attested],
      ['the word of who is no user is not', { attested_by: uuidv7() }, 'validation_attempts_attested_by_fkey'],
      ['a word for nobody is not', { person_id: null }, accepted],
      ['a word without a QR is not', { credential_id: null }, accepted],
      ['a word beside a score is not', { comparison_score: 0.1, threshold: 0.5, model_id: 'x' }, accepted],
      ['a face that matches needs no word', { ...face, ...matching, attested_by: uuidv7() }, attested],
      ['another method is none', { ...face, ...matching, method: 'NONE' }, 'validation_attempts_method_check'],
      [
        'a match without a challenge is not',
        { ...face, ...matching, liveness: 'ACTIVE', without_challenge: true },
        accepted,
      ],
      ['a word on another attempt is enough', confirmed, 'inserted'],
      ['a word on no other attempt is not', { ...confirmed, confirms: null }, attested],
      ['a word on another attempt has no score', { ...confirmed, ...matching }, accepted],
      ['a word on another attempt has no other reason', { ...confirmed, without_face_because: 'EQUIPMENT' }, attested],
      ['a word on another attempt says what was seen', { ...confirmed, attestation: null }, attested],
      ['the way without a face confirms nothing', { confirms: uuidv7() }, attested],
      ['what waits for a face has no word', { state: 'OPEN', reason: null, finished_at: null }, attested],
    ];
    for (const [name, columns, outcome] of cases) {
      it(name, async () => {
        assert.equal(await insert(columns), outcome);
      });
    }
  });
});
