import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { type Kiosk } from '../../scripts/client/kiosk.js';
import { auditOf, countOf } from '../support/counting.js';
import { codeOf, followAttempt } from '../support/followed.js';
import { type Frames } from '../support/frames.js';
import { type TestDatabase, withoutPostgres } from '../support/servers.js';
import { openTwoDoors, type TwoDoors } from '../support/two-doors.js';
import { addUser } from '../support/users.js';

const AT_ONCE = 20;

describe('kiosks', { skip: withoutPostgres }, () => {
  let doors: TwoDoors;
  let database: TestDatabase;
  let url: string;
  let admin: ApiClient;
  let desk: Desk;
  let north: string;
  let south: string;
  let kiosk: Kiosk;
  let card: string;
  let faces: Frames;

  before(async () => {
    doors = await openTwoDoors();
    ({ database, url, admin, desk, north, south, card, faces } = doors);
  });
  after(() => doors.close());
  beforeEach(async () => {
    kiosk = await doors.paired();
  });

  const audited = auditOf(() => database);

  describe('work at their own checkpoint', () => {
    it('from the QR to the result', async () => {
      assert.deepEqual((({ state, reason }) => ({ state, reason }))(await kiosk.validate(card, [faces.probe])), {
        state: 'ACCEPTED',
        reason: 'MATCH',
      });
    });

    it('and read it, and no other', async () => {
      const client = await kiosk.client();
      const read = 'query ($id: ID!) { checkpoint(id: $id) { id targetFmr } }';
      assert.equal(await client.errorCode(read, { id: north }), undefined);
      assert.equal(await client.errorCode(read, { id: south }), 'NOT_FOUND');
      const { checkpoints } = await client.ask<{ checkpoints: { nodes: object[] } }>(
        '{ checkpoints { nodes { id } } }',
      );
      assert.deepEqual(checkpoints.nodes, [{ id: north }]);
    });

    it('and nowhere else, which is noted', async () => {
      const client = await kiosk.client();
      const open = `mutation ($input: OpenValidationInput!) { openValidation(input: $input) { __typename } }`;
      const turn = `mutation ($id: ID!) { openTurn(checkpointId: $id) { __typename } }`;
      const nonce = await new Desk(client).turn(north);
      for (const checkpointId of [south, randomUUID()]) {
        const input = { checkpointId, credential: card, nonce, idempotencyKey: randomUUID() };
        const { errors } = await client.send(open, { input });
        const { code, reason } = errors[0]?.extensions ?? {};
        assert.deepEqual([code, reason], ['FORBIDDEN', 'OTHER_CHECKPOINT']);
        assert.equal(await client.errorCode(turn, { id: checkpointId }), 'FORBIDDEN');
      }
      const refusals = await audited('PERMISSION_REFUSED', 'actor', kiosk.deviceId);
      assert.deepEqual(
        refusals.map(({ subjectId, details }) => [subjectId, details['reason']]),
        ['openValidation', 'openTurn', 'openValidation', 'openTurn'].map((name) => [name, 'OTHER_CHECKPOINT']),
      );
      assert.deepEqual(await database.query('SELECT 1 FROM validation_attempts WHERE checkpoint_id = $1', [south]), []);
    });

    it('and see no validation but their own', async () => {
      const neighbour = await doors.paired();
      const others = [
        (await neighbour.open(card)).attempt.id,
        (await desk.open(north, card)).attempt.id,
        (await desk.open(south, 'x')).attempt.id,
        randomUUID(),
      ];
      const own = (await kiosk.open('not a card of ours')).attempt.id;
      const client = await kiosk.client();
      const read = 'query ($id: ID!) { validation(id: $id) { state } }';
      for (const id of others) {
        assert.equal(await client.errorCode(read, { id }), 'NOT_FOUND');
        await assert.rejects(followAttempt(client, id), (error) => codeOf(error) === 'NOT_FOUND');
      }
      assert.equal(await client.errorCode(read, { id: own }), undefined);
      assert.equal((await new Desk(client).end(own)).reason, 'CREDENTIAL_INVALID');
      await database.query('DELETE FROM validation_attempts WHERE checkpoint_id = $1', [south]);
    });

    it('and may do nothing else', async () => {
      const client = await kiosk.client();
      const operations = [
        '{ me { id } }',
        '{ mySessions { nodes { id } } }',
        'mutation { signOutEverywhere { sessions } }',
        '{ users { nodes { id } } }',
        '{ persons { nodes { id } } }',
        '{ validations { nodes { id } } }',
        '{ devices { nodes { id } } }',
        `{ device(id: "${kiosk.deviceId}") { name } }`,
        '{ auditEvents { nodes { sequence } } }',
        `mutation { setCheckpointOpen(id: "${north}", open: false) { id } }`,
        `mutation { createDevicePairing(input: { checkpointId: "${north}", name: "X" }) { code } }`,
        `mutation { revokeDevice(input: { id: "${kiosk.deviceId}", reason: "X" }) { id } }`,
      ];
      for (const operation of operations) assert.equal(await client.errorCode(operation), 'FORBIDDEN', operation);
    });
  });

  describe('need a nonce for each validation', () => {
    const reasonOf = async (client: Desk, checkpointId: string, nonce?: string) =>
      (await client.open(checkpointId, card, randomUUID(), { nonce })).attempt.reason ?? 'OPEN';

    it('that opens one, however many use it at once', async () => {
      const client = await kiosk.desk();
      const nonce = await client.turn(north);
      assert.match(nonce, /^[\w-]{22}$/);
      const opened = await Promise.all(
        Array.from({ length: AT_ONCE }, () => client.open(north, card, randomUUID(), { nonce })),
      );
      assert.deepEqual(countOf(opened.map(({ attempt }) => attempt.reason ?? 'OPEN')), {
        OPEN: 1,
        TURN_USED: AT_ONCE - 1,
      });
      const rows = await database.query<{ turnId: string | null; reason: string | null }>(
        'SELECT turn_id AS "turnId", reason FROM validation_attempts WHERE opened_by = $1',
        [kiosk.deviceId],
      );
      assert.equal(rows.length, AT_ONCE, 'every try leaves a row');
      const turns = rows.filter(({ turnId }) => turnId !== null);
      assert.deepEqual(
        turns.map(({ reason }) => reason),
        [null],
      );
      const ends = await audited('VALIDATION_ENDED', 'actor', kiosk.deviceId);
      assert.equal(ends.length, AT_ONCE - 1);
      for (const { details } of ends) assert.equal(details['turnId'], turns[0]?.turnId);
    });

    it('that is recorded with the end of the validation it opened', async () => {
      const { id } = await kiosk.validate(card, [faces.probe]);
      const [row] = await database.query<{ turnId: string }>(
        'SELECT turn_id AS "turnId" FROM validation_attempts WHERE id = $1',
        [id],
      );
      const [end] = await audited('VALIDATION_ENDED', 'subject_id', id);
      assert.equal(end?.details['turnId'], row?.turnId);
      assert.ok(row?.turnId);
    });

    it('of its own checkpoint, its own asking, and of the last two minutes', async () => {
      const [client, neighbour] = [await kiosk.desk(), await (await doors.paired()).desk()];
      assert.equal(await reasonOf(client, north), 'TURN_REQUIRED');
      assert.equal(await reasonOf(client, north, 'A'.repeat(22)), 'TURN_UNKNOWN');
      assert.equal(await reasonOf(client, north, await neighbour.turn(north)), 'TURN_ELSEWHERE', 'another device');
      assert.equal(await reasonOf(desk, north, await desk.turn(south)), 'TURN_ELSEWHERE', 'another checkpoint');
      const stale = await client.turn(north);
      await database.query('UPDATE checkpoint_turns SET expires_at = now()');
      assert.equal(await reasonOf(client, north, stale), 'TURN_EXPIRED');
      assert.equal(await reasonOf(client, north, await client.turn(north)), 'OPEN');
    });

    it('which a refused credential uses up as well', async () => {
      const client = await kiosk.desk();
      const nonce = await client.turn(north);
      const { attempt } = await client.open(north, 'not a card of ours', randomUUID(), { nonce });
      assert.equal(attempt.reason, 'CREDENTIAL_INVALID');
      assert.equal(await reasonOf(client, north, nonce), 'TURN_USED');
    });

    it('and no second one to repeat a request', async () => {
      const client = await kiosk.desk();
      const [nonce, key] = [await client.turn(north), randomUUID()];
      const answers = await Promise.all([1, 2, 3].map(() => client.open(north, card, key, { nonce })));
      assert.equal(new Set(answers.map(({ attempt }) => attempt.id)).size, 1);
      assert.deepEqual(countOf(answers.map(({ attempt }) => attempt.state)), { OPEN: 3 });
    });

    it('while a desk with an operator takes a card without', async () => {
      const user = await addUser(admin, 'OPERATOR', 'purple monkey dishwasher');
      const operator = new Desk(await ApiClient.signIn(url, user));
      assert.equal(await reasonOf(operator, north), 'OPEN');
      const nonce = await operator.turn(north);
      assert.equal(await reasonOf(operator, north, nonce), 'OPEN');
      assert.equal(await reasonOf(operator, north, nonce), 'TURN_USED', 'but a nonce it gives must be good');
    });

    it('that a closed checkpoint does not give', async () => {
      const closed = await desk.checkpoint();
      await admin.ask('mutation ($id: ID!) { setCheckpointOpen(id: $id, open: false) { id } }', { id: closed });
      const { openTurn } = await admin.ask<{ openTurn: object }>(
        'mutation ($id: ID!) { openTurn(checkpointId: $id) { __typename } }',
        { id: closed },
      );
      assert.deepEqual(openTurn, { __typename: 'CheckpointClosed' });
    });
  });
});
