import { createHash } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { ApiClient, type ApiError } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Holder } from '../../scripts/client/holder.js';
import { SigningKey } from '../../src/platform/crypto/signing-key.js';
import { buildSchema } from '../../src/schema.js';
import { Browser } from '../support/browser.js';
import { frames, type Frames } from '../support/frames.js';
import { operationsOf } from '../support/operations.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

const PASSWORD = 'correct horse battery';
const OPEN = `mutation ($input: OpenHolderSessionInput!) { result: openHolderSession(input: $input) {
  __typename ... on HolderSessionOpened { accessToken } ... on HolderInvitationRefused { message } } }`;
const REFRESH = `mutation { result: refreshHolderSession { __typename ... on HolderSessionOpened { accessToken } } }`;

interface Granted {
  readonly result: { readonly __typename: string; readonly accessToken?: string };
}

describe("a person's own page", { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let desk: Desk;
  let faces: Frames;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({ databaseUrl: database.url });
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
    desk = new Desk(admin);
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const newHolder = async (personId: string): Promise<Holder> =>
    Holder.open(stack.api.url, await desk.invite(personId));
  const tried = (code: string) => new ApiClient(stack.api.url).send<Granted>(OPEN, { input: { code } });
  const consentOf = async ({ client }: Holder): Promise<string | undefined> =>
    (await client.ask<{ myConsent: { personId: string } | null }>('{ myConsent { personId } }')).myConsent?.personId;
  const refused = ({ client }: Holder) => client.errorCode('{ myConsent { id } }');

  it('opens once, with a code of 144 random bits', async () => {
    const personId = await desk.register();
    const { issueHolderInvitation: invitation } = await admin.ask<{
      issueHolderInvitation: { code: string; path: string; expiresAt: string };
    }>('mutation ($personId: ID!) { issueHolderInvitation(personId: $personId) { code path expiresAt } }', {
      personId,
    });
    assert.equal(Buffer.from(invitation.code, 'base64url').length, 18);
    assert.equal(invitation.path, `/pass#code=${invitation.code}`);
    const hours = (new Date(invitation.expiresAt).getTime() - Date.now()) / 3_600_000;
    assert.ok(hours > 47.9 && hours <= 48, `${hours} h`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => tried(invitation.code)));
    const opened = answers.filter(({ data }) => data?.result.__typename === 'HolderSessionOpened');
    assert.equal(opened.length, 1);
  });

  it('answers a wrong, a used, a replaced, an expired and a withdrawn code alike', async () => {
    const used = await desk.invite(await desk.register());
    assert.equal((await tried(used)).data?.result.__typename, 'HolderSessionOpened');
    const [replacedFor, expiredFor, withdrawnFor] = [
      await desk.register(),
      await desk.register(),
      await desk.register(),
    ];
    const replaced = await desk.invite(replacedFor);
    const successor = await desk.invite(replacedFor);
    const expired = await desk.invite(expiredFor);
    await database.query('UPDATE holder_invitations SET expires_at = now() WHERE person_id = $1', [expiredFor]);
    const withdrawn = await desk.invite(withdrawnFor);
    await admin.ask('mutation ($id: ID!) { endHolderSessions(personId: $id) { sessions } }', { id: withdrawnFor });
    const bad = ['A'.repeat(24), "' OR true --", 'x', used, replaced, expired, withdrawn];
    const answers = await Promise.all(bad.map(async (code) => JSON.stringify((await tried(code)).data)));
    assert.equal(new Set(answers).size, 1);
    assert.match(answers[0] ?? '', /HolderInvitationRefused/);
    assert.equal((await tried(successor)).data?.result.__typename, 'HolderSessionOpened');
  });

  it('keeps of the code its hash alone', async () => {
    const code = await desk.invite(await desk.register());
    const rows = await database.query<{ row: string }>('SELECT t::text AS row FROM holder_invitations t');
    const kept = rows.map(({ row }) => row).join();
    assert.ok(kept.includes(createHash('sha256').update(code).digest('hex')));
    for (const form of [code, Buffer.from(code).toString('hex'), Buffer.from(code, 'base64url').toString('hex')]) {
      assert.ok(!kept.includes(form) && !stack.api.log.join().includes(form));
    }
  });

  it('opens nothing else: every operation of the schema but its own is refused', async () => {
    const { client } = await newHolder(await desk.register());
    const own = [
      'exportMyData',
      'myConsent',
      'myPass',
      'myProfile',
      'myValidationLock',
      'setMyPin',
      'withdrawMyConsent',
    ];
    const operations = operationsOf(await buildSchema());
    const others = operations.filter(
      ({ name, anyoneMay }) => ![...own, 'closeHolderSession'].includes(name) && !anyoneMay,
    );
    assert.ok(others.length > 30);
    for (const { kind, name, document, variables } of others) {
      const code =
        kind === 'subscription'
          ? await client
              .follow(document, variables)
              .next()
              .then(String, (error: unknown) => (error as ApiError).code)
          : await client.errorCode(document, variables);
      assert.equal(code, 'FORBIDDEN', name);
    }
    for (const { document, variables, name } of operations.filter((each) => own.includes(each.name))) {
      assert.equal(await client.errorCode(document, variables), undefined, name);
      assert.equal(await admin.errorCode(document, variables), 'FORBIDDEN', `${name}, by an administrator`);
    }
  });

  it('shows and changes what is the person’s own, and nobody else’s', async () => {
    const [mine, others] = [await desk.enrol(faces.genuine), await desk.enrol(faces.genuine)];
    const [holder, other] = [await newHolder(mine.personId), await newHolder(others.personId)];
    assert.deepEqual([await consentOf(holder), await consentOf(other)], [mine.personId, others.personId]);
    const withdraw = 'mutation { withdrawMyConsent { ... on ConsentWithdrawn { templatesDeleted } } }';
    assert.deepEqual(await holder.client.ask(withdraw), { withdrawMyConsent: { templatesDeleted: 1 } });
    assert.deepEqual([await consentOf(holder), await consentOf(other)], [undefined, others.personId]);
    const sql = 'SELECT person_id AS id FROM templates WHERE person_id IN ($1, $2)';
    assert.deepEqual(await database.query(sql, [mine.personId, others.personId]), [{ id: others.personId }]);
    const events = await database.query(
      `SELECT actor FROM audit_events WHERE action = 'CONSENT_WITHDRAWN' AND details ->> 'personId' = $1`,
      [mine.personId],
    );
    assert.deepEqual(events, [{ actor: mine.personId }]);
  });

  it('shows the person what the institution has of them', async () => {
    const { personId } = await desk.enrol(faces.genuine, 'Ada Prueba');
    const { client } = await newHolder(personId);
    const profile = () =>
      client.ask<{
        myProfile: {
          displayName: string;
          templateSince: string | null;
          pinSince: string | null;
          credentials: object[];
        };
        myConsent: { text: string } | null;
        myValidationLock: object;
      }>(`{ myProfile { displayName kind templateSince pinSince credentials { kind } }
        myConsent { text } myValidationLock { state } }`);
    const { myProfile, myConsent, myValidationLock } = await profile();
    assert.deepEqual([myProfile.displayName, myProfile.pinSince], ['Ada Prueba', null]);
    assert.ok(Date.now() - Date.parse(myProfile.templateSince ?? '') < 60_000);
    assert.deepEqual(myProfile.credentials, [{ kind: 'CARD' }, { kind: 'PASS' }]);
    assert.match(myConsent?.text ?? '', /rostro/);
    assert.deepEqual(myValidationLock, { state: 'FREE' });
    await desk.setPin(personId, '482915');
    await client.ask('mutation { withdrawMyConsent { __typename } }');
    const after = await profile();
    assert.ok(after.myProfile.pinSince !== null);
    assert.deepEqual([after.myProfile.templateSince, after.myConsent], [null, null]);
  });

  it('gives the person their data five times a day, and another person theirs', async () => {
    const [mine, others] = [await newHolder(await desk.register()), await newHolder(await desk.register())];
    const exported = async ({ client }: Holder) =>
      (await client.ask<{ result: { __typename: string } }>('mutation { result: exportMyData { __typename } }')).result
        .__typename;
    for (let time = 0; time < 5; time++) assert.equal(await exported(mine), 'PersonExport');
    assert.equal(await exported(mine), 'ExportThrottled');
    assert.equal(await exported(others), 'PersonExport');
  });

  it('takes no token of another kind, even of our own key', async () => {
    const { client } = await newHolder(await desk.register());
    const key = new SigningKey(stack.environment['ACCESS_TOKEN_KEY'] ?? '');
    const signed = (token: string, typ: string, aud: string) =>
      new SignJWT({ ...decodeJwt(token), aud })
        .setProtectedHeader({ alg: 'EdDSA', kid: key.id, typ })
        .sign(key.privateKey);
    const [holders, users] = [client.token ?? '', admin.token ?? ''];
    assert.equal(decodeProtectedHeader(holders).typ, 'presente-holder+jwt');
    const ask = (token: string, query: string) => new ApiClient(stack.api.url, token).errorCode(query);
    const asUser = await signed(holders, 'presente-access+jwt', 'presente-api');
    const asHolder = await signed(users, 'presente-holder+jwt', 'presente-pass-page');
    assert.equal(await ask(asUser, '{ me { id } }'), 'UNAUTHENTICATED');
    assert.equal(await ask(asHolder, '{ myConsent { id } }'), 'UNAUTHENTICATED');
    const mixed = await signed(holders, 'presente-holder+jwt', 'presente-api');
    assert.equal(await ask(mixed, '{ myConsent { id } }'), 'UNAUTHENTICATED', 'the audience of users');
  });

  const opened = async (personId: string): Promise<Browser> => {
    const browser = new Browser(stack.api.url);
    const { data } = await browser.send<Granted>(OPEN, { input: { code: await desk.invite(personId) } });
    browser.accessToken = data?.result.accessToken;
    return browser;
  };
  const refreshed = async (browser: Browser): Promise<string | undefined> =>
    (await browser.send<Granted>(REFRESH)).data?.result.__typename;

  it('goes on with a cookie of its own, and ends for thief and owner when a token comes back', async () => {
    const browser = await opened(await desk.register());
    assert.equal(browser.cookie?.name, '__Secure-presente-pass-refresh');
    assert.deepEqual(
      [browser.cookie.httpOnly, browser.cookie.secure, browser.cookie.sameSite, browser.cookie.path],
      [true, true, 'strict', '/graphql'],
    );
    const thief = browser.thief();
    assert.equal(await refreshed(browser), 'HolderSessionOpened');
    await database.query(`UPDATE refresh_tokens SET replaced_at = replaced_at - interval '1 minute'`);
    assert.equal(await refreshed(thief), 'SessionOver');
    assert.equal((await browser.send('{ myConsent { id } }')).code, 'UNAUTHENTICATED', 'at once');
    assert.equal(await refreshed(browser), 'SessionOver');
  });

  it('is not refreshed for the page of another site', async () => {
    const browser = await opened(await desk.register());
    const json = { 'content-type': 'application/json' };
    assert.equal((await browser.send(REFRESH, {}, json)).code, 'FORBIDDEN');
    const crossSite = { ...json, 'x-presente-client': 'web', 'sec-fetch-site': 'cross-site' };
    assert.equal((await browser.send(REFRESH, {}, crossSite)).code, 'FORBIDDEN');
    assert.equal(await refreshed(browser), 'HolderSessionOpened');
  });

  it('is not refreshed with the token of a user, nor a user with its', async () => {
    const user = await addUser(admin, 'SRE', PASSWORD);
    const staff = new Browser(stack.api.url);
    await staff.signIn(user);
    const holder = await opened(await desk.register());
    const [staffToken, holderToken] = [staff.token, holder.token];
    const [asHolder, asStaff] = [holder.thief(), staff.thief()];
    asHolder.cookie = { ...holder.cookie!, value: staffToken };
    asStaff.cookie = { ...staff.cookie!, value: holderToken };
    assert.equal(await refreshed(asHolder), 'SessionOver');
    assert.equal(await asStaff.refresh(), 'SessionOver');
    assert.equal(await refreshed(holder), 'HolderSessionOpened', 'and nothing happened to either');
    assert.equal(await staff.refresh(), 'SignedIn');
  });

  it('closes when the person leaves it, on that device alone', async () => {
    const personId = await desk.register();
    const [phone, tablet] = [await opened(personId), await opened(personId)];
    const { data, cookie } = await phone.send<object>('mutation { closeHolderSession { sessions } }');
    assert.deepEqual([data, cookie?.value], [{ closeHolderSession: { sessions: 1 } }, '']);
    assert.equal((await phone.send('{ myConsent { id } }')).code, 'UNAUTHENTICATED');
    assert.equal((await tablet.send('{ myConsent { id } }')).code, undefined);
  });

  it('closes at once when the registrar says so, with the invitation that was not used', async () => {
    const personId = await desk.register();
    const holder = await newHolder(personId);
    const unused = await desk.invite(personId);
    const bystander = await newHolder(await desk.register());
    const end = 'mutation ($id: ID!) { endHolderSessions(personId: $id) { sessions } }';
    assert.deepEqual(await admin.ask(end, { id: personId }), { endHolderSessions: { sessions: 1 } });
    assert.equal(await refused(holder), 'UNAUTHENTICATED');
    assert.equal((await tried(unused)).data?.result.__typename, 'HolderInvitationRefused');
    assert.equal(await refused(bystander), undefined);
  });

  it('closes at once when the person is erased, and leaves nothing', async () => {
    const personId = await desk.register();
    const holder = await newHolder(personId);
    const unused = await desk.invite(personId);
    await desk.erase(personId);
    assert.equal(await refused(holder), 'UNAUTHENTICATED');
    assert.equal((await tried(unused)).data?.result.__typename, 'HolderInvitationRefused');
    assert.equal(
      await admin.errorCode('mutation ($id: ID!) { issueHolderInvitation(personId: $id) { code } }', { id: personId }),
      'NOT_FOUND',
    );
    const left = await database.query(
      `SELECT 'session' FROM sessions WHERE person_id = $1 UNION ALL
       SELECT 'invitation' FROM holder_invitations WHERE person_id = $1 UNION ALL
       SELECT 'pass' FROM credentials WHERE person_id = $1 AND revoked_at IS NULL`,
      [personId],
    );
    assert.deepEqual(left, []);
  });

  it('leaves its opening, its refusals and its end in the audit', async () => {
    const personId = await desk.register();
    await newHolder(personId);
    await admin.ask('mutation ($id: ID!) { endHolderSessions(personId: $id) { sessions } }', { id: personId });
    const events = await database.query<{ action: string; actor: string }>(
      `SELECT action, actor FROM audit_events WHERE subject_id = $1 AND action LIKE 'HOLDER%' ORDER BY sequence`,
      [personId],
    );
    assert.deepEqual(
      events.map(({ action, actor }) => [action, actor === personId]),
      [
        ['HOLDER_INVITED', false],
        ['HOLDER_SESSION_OPENED', true],
        ['HOLDER_SESSIONS_ENDED', false],
      ],
    );
    await tried('A'.repeat(24));
    const [last] = await database.query(
      `SELECT actor, outcome, subject_id AS subject FROM audit_events WHERE action = 'HOLDER_SESSION_OPENED'
       ORDER BY sequence DESC LIMIT 1`,
    );
    assert.deepEqual(last, { actor: 'anonymous', outcome: 'REFUSED', subject: null });
  });
});
