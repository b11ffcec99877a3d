import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { createRole, type DatabaseRole } from '../support/database-role.js';
import { frames, type Frames } from '../support/frames.js';
import { runScript } from '../support/script.js';
import { addUser } from '../support/users.js';
import { createDatabase, servers, type TestDatabase, withoutPostgres, withoutRedis } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';

const NAME = 'Zenobia Quesada Incógnita';
const PASSWORD = 'correct horse battery';

interface Event {
  readonly sequence: string;
  readonly at: string;
  readonly action: string;
  readonly actor: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly outcome: string;
  readonly correlationId: string;
  readonly details: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly hash: string;
}

const QUERY = `query ($first: Int!, $after: ID, $action: AuditAction, $actorId: ID, $subjectId: ID, $from: DateTime, $to: DateTime) {
  auditEvents(first: $first, after: $after, action: $action, actorId: $actorId, subjectId: $subjectId, from: $from, to: $to) {
    nodes { sequence at action actor subjectKind subjectId outcome correlationId details { name values } hash }
    pageInfo { hasNextPage endCursor } } }`;

/** Every event that matches, newest first, page by page. */
async function read(client: ApiClient, filter: object = {}, first = 7): Promise<Event[]> {
  const seen: Event[] = [];
  let cursor: string | null = null;
  do {
    const { auditEvents }: { auditEvents: { nodes: Event[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await client.ask(QUERY, { first, after: cursor, ...filter });
    seen.push(...auditEvents.nodes);
    cursor = auditEvents.pageInfo.hasNextPage ? auditEvents.pageInfo.endCursor : null;
  } while (cursor !== null);
  return seen;
}

const detail = ({ details }: Event, name: string) => details.find((one) => one.name === name)?.values[0];
const of = (events: readonly Event[], action: string) => events.filter((event) => event.action === action);

describe('the audit of a day', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let desk: Desk;
  let faces: Frames;
  let auditor: ApiClient;
  let checkpointId: string;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({ databaseUrl: database.url });
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
    desk = new Desk(admin);
    checkpointId = await desk.checkpoint();
    auditor = (await user('AUDITOR')).client;
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const user = async (role: string) => {
    const { id, ...signIn } = await addUser(admin, role, PASSWORD, NAME);
    return { id, input: signIn, client: await ApiClient.signIn(stack.api.url, signIn) };
  };
  const latest = async () => (await read(auditor, {}, 1)).length;
  /** What `work` left behind, oldest first. */
  const leftBy = async (work: () => Promise<unknown>): Promise<Event[]> => {
    const before = await latest();
    await work();
    return (await read(auditor, {}, 100)).filter(({ sequence }) => Number(sequence) > before).reverse();
  };
  const signIn = (input: object) =>
    new ApiClient(stack.api.url).ask(`mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`, {
      input,
    });
  const actions = (events: readonly Event[]) => events.map(({ action, outcome }) => `${action} ${outcome}`);

  it('has every step of a person, once, by whom, with the person to find it by', async () => {
    let personId = '';
    const events = await leftBy(async () => {
      const enrolled = await desk.enrol(faces.genuine, NAME);
      ({ personId } = enrolled);
      await desk.validate(checkpointId, enrolled.card, [faces.probe]);
      await desk.validate(checkpointId, enrolled.card, [faces.other]);
      const card = await desk.issueCard(personId);
      await desk.revoke(card.id);
      await desk.revoke(card.id); // the second time nothing happens
      await desk.open(checkpointId, card.text);
      await desk.withdraw(personId);
      await desk.erase(personId);
      await desk.erase(personId);
    });
    assert.deepEqual(actions(events), [
      'PERSON_REGISTERED SUCCESS',
      'CONSENT_RECORDED SUCCESS',
      'ENROLMENT_OPENED SUCCESS',
      'ENROLMENT_ENDED SUCCESS',
      'CREDENTIAL_ISSUED SUCCESS',
      'VALIDATION_ENDED SUCCESS',
      'VALIDATION_ENDED REFUSED',
      'CREDENTIAL_REVOKED SUCCESS',
      'CREDENTIAL_ISSUED SUCCESS',
      'CREDENTIAL_REVOKED SUCCESS',
      'VALIDATION_ENDED REFUSED',
      'CONSENT_WITHDRAWN SUCCESS',
      'PERSON_ERASED SUCCESS',
    ]);
    const decided = of(events, 'VALIDATION_ENDED').map((event) => [event.actor, detail(event, 'reason')]);
    const adminId = events[0]?.actor;
    assert.deepEqual(decided, [
      ['worker', 'MATCH'],
      ['worker', 'FACE_MISMATCH'],
      [adminId, 'CREDENTIAL_REVOKED'],
    ]);
    const found = await read(auditor, { subjectId: personId });
    assert.deepEqual(
      found.map(({ sequence }) => sequence).toReversed(),
      events.map(({ sequence }) => sequence),
    );
  });

  it('carries the correlation id of the request that opened, into the worker', async () => {
    const { card } = await desk.enrol(faces.genuine);
    const correlationId = `kiosk-${randomUUID()}`;
    const kiosk = new Desk(new ApiClient(stack.api.url, admin.token, correlationId));
    const events = await leftBy(() => kiosk.validate(checkpointId, card, [faces.probe]));
    assert.deepEqual(
      events.map((event) => [event.action, event.correlationId]),
      [['VALIDATION_ENDED', correlationId]],
    );
  });

  it('has every sign-in, good and bad, without the address that was tried', async () => {
    const { id, input } = await user('OPERATOR');
    const { email, password } = input;
    const stranger = `nobody-${randomUUID()}@school.test`;
    const events = await leftBy(async () => {
      await signIn({ email, password });
      await signIn({ email, password: 'wrong' });
      await signIn({ email: stranger, password });
      await admin.ask(`mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { id } }`, { id });
      await signIn({ email, password });
    });
    assert.deepEqual(
      events.map((event) => [event.action, event.outcome, event.subjectId, detail(event, 'reason')]),
      [
        ['SIGN_IN', 'SUCCESS', id, undefined],
        ['SIGN_IN', 'REFUSED', id, 'WRONG_PASSWORD'],
        ['SIGN_IN', 'REFUSED', null, 'UNKNOWN_ACCOUNT'],
        ['USER_DISABLED', 'SUCCESS', id, undefined],
        ['SIGN_IN', 'REFUSED', id, 'USER_DISABLED'],
      ],
    );
    assert.deepEqual(events.map(({ actor }) => actor).filter((actor) => actor === 'anonymous').length, 3);
  });

  it('has what is done with users and checkpoints, and not what changes nothing', async () => {
    const door = await desk.checkpoint();
    const setOpen = (open: boolean) =>
      admin.ask(`mutation ($id: ID!, $open: Boolean!) { setCheckpointOpen(id: $id, open: $open) { id } }`, {
        id: door,
        open,
      });
    const created = await user('OPERATOR');
    const events = await leftBy(async () => {
      await admin.ask(`mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { id } }`, {
        input: { id: created.id, roles: ['SRE', 'OPERATOR'] },
      });
      await created.client.ask(
        `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`,
        {
          input: { current: PASSWORD, new: 'staple correct battery horse' },
        },
      );
      await setOpen(true);
      await setOpen(false);
      await setOpen(false);
      await setOpen(true);
      const unknown = randomUUID();
      const missing = { input: { id: unknown, roles: ['SRE'] } };
      const setRoles = `mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { id } }`;
      assert.equal(await admin.errorCode(setRoles, missing), 'NOT_FOUND');
      assert.equal(
        await admin.errorCode(`mutation { setUserDisabled(id: "${unknown}", disabled: true) { id } }`),
        'NOT_FOUND',
      );
    });
    assert.deepEqual(actions(events), [
      'USER_ROLES_CHANGED SUCCESS',
      'PASSWORD_CHANGED SUCCESS',
      'CHECKPOINT_CLOSED SUCCESS',
      'CHECKPOINT_REOPENED SUCCESS',
    ]);
    assert.deepEqual(events[0]?.details, [{ name: 'roles', values: ['SRE', 'OPERATOR'] }]);
    assert.equal(events[1]?.actor, created.id);
  });

  it('has one event for a mutation that was repeated', async () => {
    const input = { externalId: randomUUID(), displayName: NAME, kind: 'STAFF', idempotencyKey: randomUUID() };
    const register = `mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename } }`;
    const events = await leftBy(() => Promise.all([1, 2, 3].map(() => admin.ask(register, { input }))));
    assert.deepEqual(actions(events), ['PERSON_REGISTERED SUCCESS']);
    const taken = { ...input, idempotencyKey: randomUUID() };
    assert.deepEqual(await leftBy(() => admin.ask(register, { input: taken })), []);
  });

  it('is read by AUDITOR and refused to OPERATOR, and has that refusal', async () => {
    const operator = await user('OPERATOR');
    const events = await leftBy(async () => {
      assert.equal(await operator.client.errorCode(QUERY, { first: 1 }), 'FORBIDDEN');
      assert.equal(await operator.client.errorCode('{ auditHead { hash } }'), 'FORBIDDEN');
    });
    assert.deepEqual(
      events.map(({ action, actor, subjectId, details }) => [action, actor, subjectId, details]),
      ['auditEvents', 'auditHead'].map((operation) => [
        'PERMISSION_REFUSED',
        operator.id,
        operation,
        [{ name: 'permission', values: ['audit:read'] }],
      ]),
    );
  });

  it('is filtered by action, actor and time, and refuses what is no filter', async () => {
    const all = await read(auditor, {}, 100);
    assert.deepEqual(
      all.map(({ sequence }) => Number(sequence)),
      Array.from(all, (_, index) => all.length - index),
    );
    const [newest, oldest] = [all[3]!, all[all.length - 3]!];
    const between = { from: oldest.at, to: newest.at };
    const expected = all.filter(({ at }) => at >= oldest.at && at < newest.at);
    assert.deepEqual(await read(auditor, between, 50), expected);
    assert.deepEqual(await read(auditor, { action: 'SIGN_IN' }), of(all, 'SIGN_IN'));
    assert.deepEqual(
      await read(auditor, { actorId: 'worker' }),
      all.filter(({ actor }) => actor === 'worker'),
    );
    assert.deepEqual(await read(auditor, { subjectId: randomUUID() }), []);
    for (const bad of [{ after: 'x' }, { after: "1' OR true" }, { first: 101 }, { actorId: 'a b' }])
      assert.equal(await auditor.errorCode(QUERY, { first: 1, ...bad }), 'BAD_USER_INPUT', JSON.stringify(bad));
  });

  it('holds nothing personal, no secret and no score', async () => {
    const { personId, card } = await desk.enrol(faces.genuine, NAME);
    await desk.validate(checkpointId, card, [faces.probe]);
    const { person } = await admin.ask<{ person: { externalId: string } }>(
      `{ person(id: "${personId}") { externalId } }`,
    );
    const rows = await database.query<{ row: string }>('SELECT e::text AS row FROM audit_events e');
    const text = rows.map(({ row }) => row).join('\n');
    assert.ok(text.includes(personId));
    const [attempt] = await database.query<{ score: string }>(
      'SELECT comparison_score::text AS score FROM validation_attempts WHERE person_id = $1',
      [personId],
    );
    const forbidden = [
      NAME,
      ...NAME.split(' '),
      person.externalId,
      stack.admin.email,
      '@',
      'school.test',
      PASSWORD,
      stack.admin.password,
      card,
      admin.token ?? '',
      attempt?.score ?? '',
      'wrong',
      'argon2',
      'eyJ',
    ];
    for (const secret of forbidden) {
      assert.ok(secret.length > 0);
      assert.equal(text.includes(secret), false, secret);
    }
  });

  it('is verified by the command, which finds what a superuser does to it', async () => {
    const { auditHead } = await auditor.ask<{ auditHead: { sequence: string; hash: string } }>(
      '{ auditHead { sequence hash at } }',
    );
    const verify = (...args: string[]) => runScript('audit/main', args, stack.environment);
    const good = await verify('--json');
    assert.deepEqual(
      [good.code, JSON.parse(good.output)],
      [0, { whole: true, events: Number(auditHead.sequence), head: auditHead.hash }],
    );
    const noted = await verify('--head', auditHead.hash);
    assert.equal(noted.code, 0, noted.output);
    assert.match(noted.output, /The head that was noted is in it/);
    assert.equal((await verify('--head', 'ab'.repeat(32))).code, 1);
    assert.match((await verify('--head', 'short')).output, /64 hex digits/);
    assert.equal((await verify('--nonsense')).code, 2);

    const otherKey = { ...stack.environment, BLIND_INDEX_KEY: Buffer.alloc(32, 7).toString('base64') };
    assert.match((await runScript('audit/main', [], otherKey)).output, /Its seal is not ours/);

    await database.query('ALTER TABLE audit_events DISABLE TRIGGER ALL');
    await database.query(`UPDATE audit_events SET actor = 'system' WHERE sequence = 5`);
    const bad = await verify('--json');
    assert.equal(bad.code, 1);
    assert.deepEqual(JSON.parse(bad.output), {
      whole: false,
      break: { sequence: 5, kind: 'CHANGED', explanation: 'It is not what was hashed.' },
    });
    assert.match((await verify()).output, /First broken place: event 5, CHANGED/);
  });
});

/** The role of docs/runbooks/audit.md, with all of Presente on it. */
describe('a deployment whose role owns nothing', { skip: withoutRedis }, () => {
  let database: TestDatabase;
  let role: DatabaseRole;
  let stack: Stack;

  before(async () => {
    database = await createDatabase();
    role = await createRole(database);
    stack = await startStack({ databaseUrl: role.url, redisUrl: servers.redis });
  });
  after(async () => {
    await stack.stop();
    await role.drop();
    await database.drop();
  });

  it('enrols, validates, erases, and is recorded', async () => {
    const desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    const faces = await frames();
    const { personId, card } = await desk.enrol(faces.genuine);
    const { state } = await desk.validate(await desk.checkpoint(), card, [faces.probe]);
    assert.equal(state, 'ACCEPTED');
    await desk.erase(personId);
    const verified = await runScript('audit/main', [], stack.environment);
    assert.equal(verified.code, 0, verified.output);
  });
});
