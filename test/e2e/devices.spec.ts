import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Kiosk } from '../../scripts/client/kiosk.js';
import { upload } from '../../scripts/client/upload.js';
import { SigningKey } from '../../src/platform/crypto/signing-key.js';
import { followAttempt } from '../support/followed.js';
import { type Frames } from '../support/frames.js';
import { auditOf, countOf } from '../support/counting.js';
import { withOwnKey } from '../support/own-key.js';
import { type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startApi, type Stack } from '../support/stack.js';
import { openTwoDoors, type TwoDoors } from '../support/two-doors.js';
import { addUser } from '../support/users.js';

const PASSWORD = 'purple monkey dishwasher';
const AT_ONCE = 20;

describe('devices', { skip: withoutPostgres }, () => {
  let doors: TwoDoors;
  let database: TestDatabase;
  let stack: Stack;
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
    ({ database, stack, url, admin, desk, north, south, card, faces } = doors);
  });
  after(() => doors.close());
  beforeEach(async () => {
    kiosk = await doors.paired();
  });

  const as = async (role: string) => {
    const user = await addUser(admin, role, PASSWORD);
    return { ...user, client: await ApiClient.signIn(url, user) };
  };
  const audited = auditOf(() => database);

  describe('are paired', () => {
    const tryCode = async (code: string) => Kiosk.tryCode(url, code, await Kiosk.makeKey());

    it('once with one code, however many try it at once', async () => {
      const code = await desk.pairingCode(north);
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => tryCode(code)));
      assert.deepEqual(countOf(answers.map(({ __typename }) => __typename)), {
        DevicePaired: 1,
        PairingRefused: AT_ONCE - 1,
      });
      const { deviceId } = answers.find(({ __typename }) => __typename === 'DevicePaired')!;
      const [created] = await audited('DEVICE_PAIRING_CREATED', 'subject_id', deviceId);
      const [done] = await audited('DEVICE_PAIRED', 'subject_id', deviceId);
      assert.deepEqual(done, {
        outcome: 'SUCCESS',
        actor: deviceId,
        subjectId: deviceId,
        details: { checkpointId: north, pairedBy: created?.actor },
      });
    });

    it('and a wrong, a used and an expired code are answered alike', async () => {
      const [used, expired] = [await desk.pairingCode(north), await desk.pairingCode(north)];
      await tryCode(used.toLowerCase().replace('-', ' '));
      await database.query('UPDATE device_pairings SET expires_at = now()');
      const before = await audited('DEVICE_PAIRED', 'actor', 'anonymous');
      const codes = ['AAAA-AAAA', 'no code at all', '', used, expired];
      const answers = await Promise.all(codes.map(tryCode));
      assert.deepEqual(
        answers,
        codes.map(() => ({ __typename: 'PairingRefused' })),
      );
      const refusals = (await audited('DEVICE_PAIRED', 'actor', 'anonymous')).slice(before.length);
      assert.equal(refusals.length, codes.length);
      for (const { outcome, subjectId, details } of refusals)
        assert.deepEqual([outcome, subjectId, details], ['REFUSED', null, { reason: 'CODE_NOT_GOOD' }]);
    });

    it('with a key of a kind that we take; a bad one costs no code', async () => {
      const code = await desk.pairingCode(north);
      const pair = `mutation ($input: PairDeviceInput!) { pairDevice(input: $input) { __typename } }`;
      const { kty, crv, x } = await crypto.subtle.exportKey('jwk', (await Kiosk.makeKey()).publicKey);
      for (const publicKey of [
        { kty, crv, x, y: x },
        { kty: 'OKP', crv, x },
        { kty: 'RSA', crv, x },
      ]) {
        const input = { code, publicKey };
        assert.equal(await admin.errorCode(pair, { input }), 'BAD_USER_INPUT', JSON.stringify(publicKey));
      }
      assert.equal((await tryCode(code)).__typename, 'DevicePaired');
    });

    it('by administrators only, at a checkpoint that there is', async () => {
      const create = `mutation ($input: CreateDevicePairingInput!) { createDevicePairing(input: $input) { code } }`;
      const { client: operator } = await as('OPERATOR');
      assert.equal(await operator.errorCode(create, { input: { checkpointId: north, name: 'X' } }), 'FORBIDDEN');
      assert.equal(await admin.errorCode(create, { input: { checkpointId: randomUUID(), name: 'X' } }), 'NOT_FOUND');
    });

    it('without leaving the code anywhere', async () => {
      const code = await desk.pairingCode(north);
      const rows = await database.query<{ row: string }>(
        `SELECT t::text AS row FROM device_pairings t UNION ALL SELECT t::text FROM audit_events t`,
      );
      const kept = [...rows.map(({ row }) => row), ...stack.api.log].join('\n');
      for (const form of [code, code.replace('-', '')])
        for (const text of [form, Buffer.from(form).toString('hex')]) assert.ok(!kept.includes(text), text);
    });
  });

  describe('get tokens', () => {
    it('for five minutes, bound to the device and its checkpoint', async () => {
      const { token = '' } = await kiosk.client();
      const { iat = 0, exp = 0, ...claims } = decodeJwt(token);
      assert.deepEqual(claims, { sub: kiosk.deviceId, checkpoint: north, iss: 'presente.local', aud: 'presente-api' });
      assert.equal(exp - iat, 300);
      assert.equal(decodeProtectedHeader(token).typ, 'presente-device+jwt');
    });

    it('for an assertion once, however often it is shown at once or later', async () => {
      const assertion = await kiosk.assertion();
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => kiosk.show(assertion)));
      assert.deepEqual(countOf(answers), { DeviceToken: 1, REPLAYED: AT_ONCE - 1 });
      const [jti, other] = [randomUUID(), await doors.paired()];
      assert.equal(await kiosk.show(await kiosk.assertion({ jti })), 'DeviceToken');
      assert.equal(await kiosk.show(await kiosk.assertion({ jti, lifeSeconds: 30 })), 'REPLAYED', 'a new one, old jti');
      assert.equal(await other.show(await other.assertion({ jti })), 'DeviceToken', 'of another device');
    });

    it('for no assertion that is not as it must be', async () => {
      const other = await doors.paired();
      const now = Math.floor(Date.now() / 1_000);
      const good: JWTPayload = {
        iss: kiosk.deviceId,
        sub: kiosk.deviceId,
        aud: kiosk.audience,
        jti: randomUUID(),
        iat: now,
        exp: now + 60,
      };
      const header = { typ: 'presente-device-assertion+jwt' };
      const jwk = await publicJwkOf(kiosk.deviceId);
      const bad: Record<string, [assertion: string, reason: string]> = {
        'of another key': [await kiosk.assertion({ key: (await Kiosk.makeKey()).privateKey }), 'INVALID'],
        'in the name of another device': [await kiosk.assertion({ issuer: other.deviceId }), 'INVALID'],
        'in the name of no device': [await kiosk.assertion({ issuer: randomUUID() }), 'INVALID'],
        'for the API instead of the token': [await kiosk.assertion({ audience: 'presente-api' }), 'INVALID'],
        'for another institution': [
          await kiosk.assertion({ audience: kiosk.audience.replace('presente.local', 'elsewhere') }),
          'INVALID',
        ],
        'of another type': [await kiosk.assertion({ type: 'JWT' }), 'INVALID'],
        'that lives too long': [await kiosk.assertion({ lifeSeconds: 61 }), 'INVALID'],
        'that lives too long by a false start': [await kiosk.assertion({ issuedAt: -80, lifeSeconds: 140 }), 'INVALID'],
        'with a short jti': [await kiosk.assertion({ jti: 'once' }), 'INVALID'],
        'of two minutes ago': [await kiosk.assertion({ issuedAt: -120 }), 'CLOCK'],
        'of the future': [await kiosk.assertion({ issuedAt: 60 }), 'CLOCK'],
        'not signed': [new UnsecuredJWT(good).encode(), 'INVALID'],
        'signed with the public key as a secret': [
          await new SignJWT(good)
            .setProtectedHeader({ ...header, alg: 'HS256' })
            .sign(Buffer.from(JSON.stringify(jwk))),
          'INVALID',
        ],
        'with a key of its own in the header': [await withOwnKey(good, header), 'INVALID'],
        'that is an access token': [(await kiosk.client()).token ?? '', 'INVALID'],
        'that is nonsense': ['a.b.c', 'INVALID'],
      };
      for (const [name, [assertion, reason]] of Object.entries(bad))
        assert.equal(await kiosk.show(assertion), reason, name);
      const refusals = await audited('DEVICE_SIGN_IN', 'subject_id', kiosk.deviceId);
      assert.ok(refusals.length >= 10);
      for (const { actor, outcome } of refusals) assert.deepEqual([actor, outcome], ['anonymous', 'REFUSED']);
      assert.equal(await kiosk.show(await kiosk.assertion({ issuedAt: -20 })), 'DeviceToken', 'a clock may be off');
    });

    const publicJwkOf = async (id: string) =>
      (await database.query<{ jwk: object }>('SELECT public_key AS jwk FROM devices WHERE id = $1', [id]))[0]?.jwk;

    it('that are worth nothing with another checkpoint, type or subject in them', async () => {
      const key = new SigningKey(stack.environment['ACCESS_TOKEN_KEY'] ?? '');
      const sign = (claims: object, typ: string) =>
        new SignJWT({ ...claims })
          .setProtectedHeader({ alg: 'EdDSA', kid: key.id, typ })
          .setIssuer('presente.local')
          .setAudience('presente-api')
          .setIssuedAt()
          .setExpirationTime('5m')
          .sign(key.privateKey);
      const own = { sub: kiosk.deviceId, checkpoint: north };
      const typ = 'presente-device+jwt';
      const read = `{ checkpoint(id: "${north}") { name } }`;
      assert.equal(await new ApiClient(url, await sign(own, typ)).errorCode(read), undefined, 'nothing is wrong');
      const { sub, sid } = decodeJwt<{ sid: string }>(admin.token ?? '');
      const bad = [
        await sign({ ...own, checkpoint: south }, typ),
        await sign({ sub: kiosk.deviceId }, typ),
        await sign({ ...own, sub: randomUUID() }, typ),
        await sign({ ...own, sub, sid }, typ),
        await sign({ ...own, sid }, 'presente-access+jwt'),
        await sign(own, 'presente-device-assertion+jwt'),
      ];
      for (const token of bad) assert.equal(await new ApiClient(url, token).errorCode(read), 'UNAUTHENTICATED', token);
    });

    it('and are seen when they do', async () => {
      interface Listed {
        devices: { nodes: { id: string; name: string; lastSeenAt: string | null }[] };
      }
      const list = (checkpointId: string, client = admin) =>
        client.ask<Listed>(`query ($c: ID) { devices(checkpointId: $c) { nodes { id name lastSeenAt } } }`, {
          c: checkpointId,
        });
      const own = async () => (await list(north)).devices.nodes.find(({ id }) => id === kiosk.deviceId);
      assert.equal((await own())?.lastSeenAt, null);
      await kiosk.client();
      const seen = Date.parse((await own())?.lastSeenAt ?? '');
      assert.ok(Math.abs(seen - Date.now()) < 30_000);
      await admin.ask(`mutation ($input: RenameDeviceInput!) { renameDevice(input: $input) { name } }`, {
        input: { id: kiosk.deviceId, name: 'Puerta norte' },
      });
      assert.equal((await own())?.name, 'Puerta norte');
      const { client: operator } = await as('OPERATOR');
      assert.ok((await list(north, operator)).devices.nodes.some(({ id }) => id === kiosk.deviceId));
      assert.ok(!(await list(south)).devices.nodes.some(({ id }) => id === kiosk.deviceId));
    });
  });

  describe('are cut off', () => {
    it('at once: requests, tokens and uploads are refused, and what is open ends', async () => {
      const other = await doors.paired();
      const [opened, others] = [await kiosk.open(card), await other.open(card)];
      const client = await kiosk.client();
      const followed = await followAttempt(client, opened.attempt.id);
      const stays = await followAttempt(await other.client(), others.attempt.id);
      const { client: operator } = await as('OPERATOR');

      await new Desk(operator).revokeDevice(kiosk.deviceId, 'Stolen.');
      assert.equal(await client.errorCode(`{ checkpoint(id: "${north}") { name } }`), 'UNAUTHENTICATED');
      assert.equal(await followed.over, 'UNAUTHENTICATED');
      assert.equal(await kiosk.show(await kiosk.assertion()), 'REVOKED');
      const stranger = (await Kiosk.makeKey()).privateKey;
      assert.equal(await kiosk.show(await kiosk.assertion({ key: stranger })), 'INVALID', 'said to the device alone');
      const sent = await upload(url, opened.capture.token, [faces.probe]);
      assert.deepEqual([sent.status, sent.body.code], [409, 'CONFLICT']);
      await assert.rejects(followAttempt(client, opened.attempt.id));

      assert.equal(await Promise.race([stays.over.then(() => 'over'), sleep(200, 'open')]), 'open');
      assert.equal((await upload(url, others.capture.token, [faces.probe])).status, 202);
      assert.equal(await stays.over, undefined, 'the neighbour hears of its end');
      const [event] = await audited('DEVICE_REVOKED', 'subject_id', kiosk.deviceId);
      assert.deepEqual([event?.outcome, event?.details], ['SUCCESS', { checkpointId: north }]);
    });

    it('for good', async () => {
      const revoke = `mutation ($input: RevokeDeviceInput!) { revokeDevice(input: $input) { revokedReason } }`;
      const input = { id: kiosk.deviceId, reason: 'Lost.' };
      await admin.ask(revoke, { input });
      assert.deepEqual(await admin.ask(revoke, { input: { ...input, reason: 'Again.' } }), {
        revokeDevice: { revokedReason: 'Lost.' },
      });
      assert.equal((await audited('DEVICE_REVOKED', 'subject_id', kiosk.deviceId)).length, 1);
      const enliven = 'UPDATE devices SET revoked_at = NULL, revoked_by = NULL, revoked_reason = NULL WHERE id = $1';
      await assert.rejects(database.query(enliven, [kiosk.deviceId]), /is final/);
    });

    it('like users whose session, account or role ends', async () => {
      const endings: Record<
        string,
        [end: (user: { id: string; client: ApiClient }) => Promise<unknown>, code: string]
      > = {
        'sign out everywhere': [
          ({ client }) => client.ask('mutation { signOutEverywhere { sessions } }'),
          'UNAUTHENTICATED',
        ],
        'be disabled': [
          ({ id }) => admin.ask('mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { id } }', { id }),
          'UNAUTHENTICATED',
        ],
        'lose the role': [
          ({ id }) =>
            admin.ask('mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { id } }', {
              input: { id, roles: ['SRE'] },
            }),
          'FORBIDDEN',
        ],
      };
      const bystander = await as('OPERATOR');
      const { attempt } = await desk.open(north, card);
      const stays = await followAttempt(bystander.client, attempt.id);
      for (const [name, [end, expected]] of Object.entries(endings)) {
        const user = await as('OPERATOR');
        const followed = await followAttempt(user.client, attempt.id);
        await end(user);
        assert.equal(await followed.over, expected, name);
      }
      assert.equal(await Promise.race([stays.over.then(() => 'over'), sleep(200, 'open')]), 'open');
    });
  });

  it('go on when the API starts anew, and on another one beside it', async () => {
    const assertion = await kiosk.assertion();
    assert.equal(await kiosk.show(assertion), 'DeviceToken');
    const first = await kiosk.desk();
    const [nonce, used] = [await first.turn(north), await first.turn(north)];
    await first.open(north, card, randomUUID(), { nonce: used });
    const second = await startApi(stack.environment);
    try {
      const client = new Desk(new ApiClient(second.url, first.client.token));
      const show = `mutation ($input: DeviceTokenInput!) { deviceToken(input: $input) {
        ... on DeviceRefused { reason } } }`;
      assert.deepEqual(await client.client.ask(show, { input: { assertion } }), {
        deviceToken: { reason: 'REPLAYED' },
      });
      assert.equal((await client.open(north, card, randomUUID(), { nonce: used })).attempt.reason, 'TURN_USED');
      const { attempt } = await client.open(north, card, randomUUID(), { nonce });
      assert.equal(attempt.state, 'OPEN');
      const followed = await followAttempt(client.client, attempt.id);
      await desk.revokeDevice(kiosk.deviceId);
      assert.equal(await followed.over, 'UNAUTHENTICATED', 'revoked through the other one');
    } finally {
      second.kill('SIGTERM');
      await second.ended;
    }
  });

  it('make who guesses codes wait, and a good code keep; no stranger fills the audit', async () => {
    const [code, key] = [await desk.pairingCode(north), await Kiosk.makeKey()];
    const answers: string[] = [];
    while (answers.at(-1) !== 'PairingThrottled' && answers.length < 100)
      answers.push((await Kiosk.tryCode(url, 'AAAA-AAAA', key)).__typename);
    assert.equal(answers.at(-1), 'PairingThrottled');
    assert.ok(answers.length <= 52, `${answers.length} tries`);
    assert.equal((await Kiosk.tryCode(url, code, key)).__typename, 'PairingThrottled', 'whatever the code is');
    await database.query(`DELETE FROM throttle_counters WHERE key LIKE '%pairing%'`);
    assert.equal((await Kiosk.tryCode(url, code, key)).__typename, 'DevicePaired');

    const recorded = async () => (await audited('DEVICE_SIGN_IN', 'actor', 'anonymous')).length;
    const before = await recorded();
    for (let sent = 0; sent < 150; sent++) assert.equal(await kiosk.show('a.b.c'), 'INVALID');
    assert.ok((await recorded()) - before <= 120);
  });
});
