import { createHash, randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Holder } from '../../scripts/client/holder.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startApi, startStack, type Stack } from '../support/stack.js';

const PIN = '739105';
const WRONG = '482917';

describe('PINs', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let desk: Desk;
  let faces: Frames;
  let door: string;
  let personId: string;
  let card: string;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({
      databaseUrl: database.url,
      settings: { LOG_LEVEL: 'trace', VALIDATIONS_PER_MINUTE: '10000' },
    });
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    door = await desk.checkpoint('FACE_AND_PIN');
    ({ personId, card } = await desk.enrol(faces.genuine));
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });
  beforeEach(async () => {
    assert.deepEqual(await desk.setPin(personId, PIN), ['PinSet']);
  });

  const tried = async (
    pin?: string,
    at: { desk?: Desk; checkpointId?: string; key?: string } = {},
  ): Promise<string> => {
    const opened = await (at.desk ?? desk).open(at.checkpointId ?? door, card, at.key ?? randomUUID(), { pin });
    return opened.attempt.reason ?? opened.__typename;
  };
  const inARow = async (count: number, pin = WRONG): Promise<string[]> => {
    const reasons: string[] = [];
    for (let index = 0; index < count; index++) reasons.push(await tried(pin));
    return reasons;
  };
  const since = (seconds: number) =>
    database.query(`UPDATE pin_failures SET last_failed_at = now() - make_interval(secs => $1)`, [seconds]);

  it('and faces are both asked for where the checkpoint says so', async () => {
    const { __typename, attempt, capture } = await desk.open(door, card, randomUUID(), { pin: PIN });
    assert.equal(__typename, 'ValidationOpened');
    await desk.send(capture.token, [faces.probe]);
    assert.equal((await desk.end(attempt.id)).state, 'ACCEPTED');
    const { validation } = await desk.client.ask<{ validation: { method: string } }>(
      `{ validation(id: "${attempt.id}") { method } }`,
    );
    assert.equal(validation.method, 'FACE_AND_PIN');
    const { attempt: other, capture: ticket } = await desk.open(door, card, randomUUID(), { pin: PIN });
    await desk.send(ticket.token, [faces.other]);
    assert.equal((await desk.end(other.id)).reason, 'FACE_MISMATCH', 'a right PIN is no face');
  });

  it('that are wrong, missing or never set are refused before a picture is asked for', async () => {
    assert.deepEqual([await tried(), await tried(WRONG)], ['PIN_REQUIRED', 'PIN_WRONG']);
    const other = await desk.enrol(faces.genuine);
    const { attempt } = await desk.open(door, other.card, randomUUID(), { pin: PIN });
    assert.equal(attempt.reason, 'PIN_NOT_SET');
  });

  it('are asked for nowhere else, and from when a checkpoint is changed', async () => {
    const checkpointId = await desk.checkpoint();
    assert.deepEqual(
      [await tried(undefined, { checkpointId }), await tried(WRONG, { checkpointId })],
      ['ValidationOpened', 'ValidationOpened'],
    );
    await desk.client.ask('mutation ($id: ID!) { setCheckpointFactors(id: $id, factors: FACE_AND_PIN) { factors } }', {
      id: checkpointId,
    });
    assert.equal(await tried(undefined, { checkpointId }), 'PIN_REQUIRED');
  });

  it('lock after five wrong ones, also the right one, for longer each time', async () => {
    assert.deepEqual(await inARow(5), Array<string>(5).fill('PIN_WRONG'));
    assert.equal(await tried(PIN), 'PIN_LOCKED');
    await since(20);
    assert.equal(await tried(PIN), 'PIN_LOCKED');
    await since(31);
    assert.deepEqual(await inARow(2), ['PIN_WRONG', 'PIN_LOCKED']);
    await since(31);
    assert.equal(await tried(PIN), 'PIN_LOCKED', 'the second wait is longer');
    await since(61);
    assert.equal(await tried(PIN), 'ValidationOpened');
    assert.deepEqual(await inARow(5), Array<string>(5).fill('PIN_WRONG'), 'a right one begins the count anew');
  });

  it('get no more tries by a hundred at the same time', async () => {
    const reasons = await Promise.all(Array.from({ length: 100 }, () => tried(WRONG)));
    const count = (reason: string) => reasons.filter((other) => other === reason).length;
    assert.deepEqual([count('PIN_WRONG'), count('PIN_LOCKED')], [5, 95]);
  });

  it('stay locked when the server starts anew, and on another one', async () => {
    await inARow(5);
    const second = await startApi(stack.environment);
    try {
      const elsewhere = new Desk(new ApiClient(second.url, desk.client.token));
      assert.equal(await tried(PIN, { desk: elsewhere }), 'PIN_LOCKED');
    } finally {
      second.kill('SIGTERM');
      await second.ended;
    }
  });

  it('are locked by nobody without the QR', async () => {
    for (let index = 0; index < 8; index++) {
      assert.equal(
        (await desk.open(door, `${card}x`, randomUUID(), { pin: WRONG })).attempt.reason,
        'CREDENTIAL_INVALID',
      );
    }
    assert.equal(await tried(PIN), 'ValidationOpened');
  });

  it('count once for a client that repeats its request, whatever PIN it repeats it with', async () => {
    const key = randomUUID();
    assert.equal(await tried(WRONG, { key }), 'PIN_WRONG');
    for (let index = 0; index < 6; index++) assert.equal(await tried(PIN, { key }), 'PIN_WRONG');
    assert.deepEqual(await database.query('SELECT failures FROM pin_failures'), [{ failures: 1 }]);
  });

  it('are not what comes first to mind', async () => {
    const cases: Record<string, string> = { '000000': 'REPEATED', '123456': 'SEQUENCE', '159753': 'COMMON' };
    for (const [pin, reason] of Object.entries(cases)) {
      assert.deepEqual(await desk.setPin(personId, pin), ['PinTooWeak', reason]);
    }
    for (const pin of ['12ab56', 482917]) {
      const query = 'mutation ($input: SetPinInput!) { setPin(input: $input) { __typename } }';
      const { errors } = await desk.client.send(query, { input: { personId, pin } });
      assert.equal(errors[0]?.extensions?.['code'], 'BAD_USER_INPUT');
      assert.ok(!JSON.stringify(errors).includes(String(pin)), 'no error repeats it');
    }
    assert.equal(await tried(PIN), 'ValidationOpened', 'the one before stays');
  });

  it('are changed by their owner, who knows the one before', async () => {
    const { client } = await Holder.open(stack.api.url, await desk.invite(personId));
    const change = async (current: string | null, pin: string): Promise<object> =>
      (
        await client.ask<{ setMyPin: object }>(
          `mutation ($input: SetMyPinInput!) { setMyPin(input: $input) { __typename
            ... on PinRefused { reason } ... on PinTooWeak { reasons } } }`,
          { input: { current, pin } },
        )
      ).setMyPin;
    const wrong = { __typename: 'PinRefused', reason: 'WRONG' };
    assert.deepEqual([await change(null, '620481'), await change(WRONG, '620481')], [wrong, wrong]);
    assert.deepEqual(await change(PIN, '111111'), { __typename: 'PinTooWeak', reasons: ['REPEATED'] });
    assert.deepEqual(await change(PIN, '620481'), { __typename: 'PinSet' });
    assert.deepEqual([await tried(PIN), await tried('620481')], ['PIN_WRONG', 'ValidationOpened']);
    for (let index = 0; index < 5; index++) assert.deepEqual(await change(WRONG, PIN), wrong);
    assert.deepEqual(await change('620481', PIN), { __typename: 'PinRefused', reason: 'LOCKED' });
    assert.equal(await tried('620481'), 'ValidationOpened', 'which locks no door');
  });

  it('are nowhere to be read: not in a row, a hash that can be tried out, the log or the audit', async () => {
    const key = randomUUID();
    await tried(PIN, { key });
    await tried(WRONG);
    const tables = await database.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => database.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)),
    );
    const kept = rows.flat().map(({ row }) => row);
    const place = [...kept, ...stack.api.log].join('\n');
    const ofRequest = { checkpointId: door, credential: card, pin: PIN };
    for (const pin of [PIN, WRONG]) {
      const hash = createHash('sha256').update(pin).digest('hex');
      // Alone, not as a part of a longer number or of a time, of which there are many.
      assert.doesNotMatch(place, new RegExp(`(?<![0-9a-f.])(${pin}|${hash})(?![0-9a-f])`));
    }
    const inputHash = createHash('sha256').update(JSON.stringify(ofRequest)).digest('hex');
    assert.ok(!place.includes(inputHash));
    const [sealed] = await database.query<{ sealed: Buffer }>('SELECT sealed FROM person_pins WHERE person_id = $1', [
      personId,
    ]);
    assert.ok(sealed !== undefined && !sealed.sealed.includes('argon2'), 'sealed under the key of the person');
  });

  it('go with the person', async () => {
    const other = await desk.enrol(faces.genuine);
    await desk.setPin(other.personId, PIN);
    await desk.open(door, other.card, randomUUID(), { pin: WRONG });
    await desk.erase(other.personId);
    const left = await database.query(
      `SELECT 1 FROM person_pins WHERE person_id = $1 UNION ALL SELECT 1 FROM pin_failures WHERE person_id = $1`,
      [other.personId],
    );
    assert.deepEqual(left, []);
  });
});
