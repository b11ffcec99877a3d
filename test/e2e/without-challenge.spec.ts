import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Kiosk } from '../../scripts/client/kiosk.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

const PASSWORD = 'correct horse battery';
const CONFIRM = 'mutation ($input: ConfirmValidationInput!) { confirmValidation(input: $input) { __typename } }';

describe('a validation without a challenge', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let desk: Desk;
  let operator: Desk;
  let operatorId: string;
  let door: string;
  let faces: Frames;
  let personId: string;
  let card: string;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({ databaseUrl: database.url });
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    const user = await addUser(desk.client, 'OPERATOR', PASSWORD);
    operatorId = user.id;
    operator = new Desk(await ApiClient.signIn(stack.api.url, user));
    door = await desk.checkpoint('FACE', 'ACTIVE');
    ({ personId, card } = await desk.enrol(faces.genuine));
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const shown = async (picture: Buffer, checkpointId = door, credential = card) => {
    const opened = await desk.open(checkpointId, credential, randomUUID(), { withoutChallenge: true });
    assert.equal(opened.challenge, null);
    await desk.send(opened.capture.token, [picture]);
    return desk.end(opened.attempt.id);
  };

  it('compares the face and leaves the rest to an operator, who is recorded', async () => {
    const attempt = await shown(faces.probe);
    assert.deepEqual([attempt.state, attempt.reason], ['INCONCLUSIVE', 'WITHOUT_CHALLENGE']);
    const confirmed = await operator.confirm(attempt.id, 'KNOWN_PERSON');
    assert.ok(typeof confirmed === 'object');
    assert.deepEqual([confirmed.state, confirmed.reason], ['ACCEPTED', 'CONFIRMED']);
    const rows = await database.query(
      `SELECT state, method, without_challenge AS without, confirms, attested_by AS by, attestation, comparison_score > 0.4 AS matched
       FROM validation_attempts WHERE id IN ($1, $2) ORDER BY id`,
      [attempt.id, confirmed.id],
    );
    const word = { confirms: attempt.id, by: operatorId, attestation: 'KNOWN_PERSON' };
    assert.deepEqual(rows, [
      {
        state: 'INCONCLUSIVE',
        method: 'FACE',
        without: true,
        confirms: null,
        by: null,
        attestation: null,
        matched: true,
      },
      { state: 'ACCEPTED', method: 'FACE_AND_OPERATOR', without: false, ...word, matched: null },
    ]);
    const events = await database.query(
      'SELECT action, actor, details FROM audit_events WHERE subject_id = $1 ORDER BY sequence',
      [confirmed.id],
    );
    const details = { personId, checkpointId: door, attestation: 'KNOWN_PERSON', confirms: attempt.id };
    assert.deepEqual(events, [
      { action: 'VALIDATION_CONFIRMED', actor: operatorId, details },
      {
        action: 'VALIDATION_ENDED',
        actor: operatorId,
        details: { personId, state: 'ACCEPTED', reason: 'CONFIRMED' },
      },
    ]);
  });

  it('is confirmed once, by one operator', async () => {
    const { id } = await shown(faces.probe);
    const words = await Promise.all([1, 2, 3, 4].map(() => operator.confirm(id)));
    assert.equal(new Set(words.map((word) => (typeof word === 'object' ? word.id : word))).size, 1);
    assert.equal(await desk.confirm(id), 'CONFIRMED_BEFORE');
    const [own] = words;
    assert.equal(
      typeof own === 'object' && (await operator.confirm(own.id)),
      'NOT_WAITING',
      'a word is none to confirm',
    );
  });

  it('does not help somebody else, and counts them', async () => {
    const { id, state, reason } = await shown(faces.other);
    assert.deepEqual([state, reason], ['REJECTED', 'FACE_MISMATCH']);
    assert.equal(await operator.confirm(id), 'NOT_WAITING');
    const lock = await desk.client.ask('query ($id: ID!) { validationLock(personId: $id) { failures } }', {
      id: personId,
    });
    assert.deepEqual(lock, { validationLock: { failures: 1 } });
    await shown(faces.probe);
    assert.deepEqual(
      await desk.client.ask('query ($id: ID!) { validationLock(personId: $id) { failures } }', { id: personId }),
      lock,
      'nor does a match that nobody confirmed yet wash it off',
    );
  });

  it('is nothing but a validation where no challenge is asked for anyway', async () => {
    const { state, reason } = await shown(faces.probe, await desk.checkpoint('FACE', 'PASSIVE'));
    assert.deepEqual([state, reason], ['ACCEPTED', 'MATCH']);
  });

  it('is opened by a kiosk too, and confirmed by no device and no other role', async () => {
    const kiosk = await Kiosk.pair(stack.api.url, await desk.pairingCode(door));
    const opened = await kiosk.open(card, { withoutChallenge: true });
    const atKiosk = await kiosk.desk();
    await atKiosk.send(opened.capture.token, [faces.probe]);
    const { id, reason } = await atKiosk.end(opened.attempt.id);
    assert.equal(reason, 'WITHOUT_CHALLENGE');
    const variables = { input: { id, attestation: 'ID_DOCUMENT' } };
    assert.equal(await (await kiosk.client()).errorCode(CONFIRM, variables), 'FORBIDDEN');
    for (const role of ['REGISTRAR', 'AUDITOR', 'SRE']) {
      const client = await ApiClient.signIn(stack.api.url, await addUser(desk.client, role, PASSWORD));
      assert.equal(await client.errorCode(CONFIRM, variables), 'FORBIDDEN', role);
    }
    assert.equal(typeof (await operator.confirm(id)), 'object');
  });

  it('is not confirmed once the card or the consent is gone', async () => {
    const reissued = await desk.enrol(faces.genuine);
    const first = await shown(faces.probe, door, reissued.card);
    await desk.issueCard(reissued.personId);
    assert.equal(await operator.confirm(first.id), 'CREDENTIAL_ENDED');
    const withdrawn = await desk.enrol(faces.genuine);
    const second = await shown(faces.probe, door, withdrawn.card);
    await desk.withdraw(withdrawn.personId);
    assert.equal(await operator.confirm(second.id), 'CONSENT_MISSING');
  });
});
