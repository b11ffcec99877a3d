import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, SignJWT } from 'jose';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { SigningKey } from '../../src/platform/crypto/signing-key.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';

const PASSWORD = 'correct horse battery';
const unknownId = '0198c0de-0000-7000-8000-000000000000';

describe('access', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let checkpointId: string;

  before(async () => {
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url });
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
    checkpointId = await new Desk(admin).checkpoint();
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const createUser = `mutation ($input: CreateUserInput!) {
    createUser(input: $input) { __typename ... on UserCreated { user { id email roles } } } }`;
  const inputFor = (role: string, email = `${role.toLowerCase()}-${randomUUID()}@school.test`) => ({
    email,
    displayName: role,
    password: PASSWORD,
    roles: [role],
    idempotencyKey: randomUUID(),
  });
  const as = async (role: string): Promise<ApiClient> => {
    const input = inputFor(role);
    await admin.ask(createUser, { input });
    return ApiClient.signIn(stack.api.url, input);
  };

  it('says no to whoever did not sign in, and to tokens that are not ours', async () => {
    const { sub, sid } = decodeJwt<{ sub: string; sid: string }>(admin.token ?? '');
    const sign = (
      name: string,
      type: string,
      { exp, ...claims }: { aud: string; iss: string; exp: string; sid?: string },
    ) => {
      const key = new SigningKey(stack.environment[name] ?? '');
      return new SignJWT({ sub, sid, ...claims })
        .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: key.id })
        .setIssuedAt()
        .setExpirationTime(exp)
        .sign(key.privateKey);
    };
    const good = { aud: 'presente-api', iss: 'presente.local', exp: '5m' };
    const type = 'presente-access+jwt';
    const bad = [
      undefined,
      'nonsense',
      await sign('CAPTURE_TOKEN_KEY', type, good),
      await sign('ACCESS_TOKEN_KEY', 'presente-card+jwt', good),
      await sign('ACCESS_TOKEN_KEY', type, { ...good, aud: 'presente-checkpoint' }),
      await sign('ACCESS_TOKEN_KEY', type, { ...good, iss: 'elsewhere' }),
      await sign('ACCESS_TOKEN_KEY', type, { ...good, exp: '-1s' }),
      await sign('ACCESS_TOKEN_KEY', type, { ...good, sid: unknownId }),
      await sign('ACCESS_TOKEN_KEY', type, { ...good, sid: "' OR true --" }),
    ];
    const forged = await sign('ACCESS_TOKEN_KEY', type, good);
    assert.equal(await new ApiClient(stack.api.url, forged).errorCode('{ me { id } }'), undefined, 'nothing is wrong');
    for (const token of bad) {
      assert.equal(await new ApiClient(stack.api.url, token).errorCode('{ me { id } }'), 'UNAUTHENTICATED', token);
    }
  });

  it('answers a wrong password, an unknown address and a disabled user alike', async () => {
    const input = inputFor('OPERATOR');
    const { createUser: created } = await admin.ask<{ createUser: { user: { id: string } } }>(createUser, { input });
    const client = await ApiClient.signIn(stack.api.url, input);
    await admin.ask(`mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { disabledAt } }`, {
      id: created.user.id,
    });
    assert.equal(await client.errorCode('{ me { id } }'), 'UNAUTHENTICATED');
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on InvalidCredentials { message } } }`;
    const answers = await Promise.all(
      [
        { email: stack.admin.email, password: 'wrong' },
        { email: 'nobody@school.test', password: PASSWORD },
        { email: input.email, password: PASSWORD },
      ].map((tried) => admin.ask(signIn, { input: tried })),
    );
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    assert.match(JSON.stringify(answers[0]), /InvalidCredentials/);
  });

  it('lets each role do its own work and nothing else', async () => {
    const operations: Record<string, [query: string, variables: object, allowed: string[]]> = {
      users: ['{ users { nodes { id } } }', {}, ['AUDITOR']],
      persons: ['{ persons { nodes { id } } }', {}, ['REGISTRAR', 'AUDITOR']],
      registerPerson: [
        'mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename } }',
        { input: { externalId: randomUUID(), displayName: 'X', kind: 'STAFF', idempotencyKey: randomUUID() } },
        ['REGISTRAR'],
      ],
      checkpoints: ['{ checkpoints { nodes { id } } }', {}, ['OPERATOR', 'AUDITOR']],
      openValidation: [
        'mutation ($input: OpenValidationInput!) { openValidation(input: $input) { __typename } }',
        { input: { checkpointId, credential: 'x', idempotencyKey: randomUUID() } },
        ['OPERATOR'],
      ],
      validations: ['{ validations { nodes { id } } }', {}, ['OPERATOR', 'AUDITOR']],
      createCheckpoint: [
        'mutation ($input: CreateCheckpointInput!) { createCheckpoint(input: $input) { __typename } }',
        { input: { name: randomUUID(), idempotencyKey: randomUUID() } },
        [],
      ],
      createUser: [createUser, { input: inputFor('ADMIN') }, []],
    };
    for (const role of ['REGISTRAR', 'OPERATOR', 'AUDITOR', 'SRE']) {
      const client = await as(role);
      await client.ask('{ me { id } }');
      for (const [name, [query, variables, allowed]] of Object.entries(operations)) {
        const code = await client.errorCode(query, variables as Record<string, unknown>);
        assert.equal(code, allowed.includes(role) ? undefined : 'FORBIDDEN', `${role} ${name}`);
      }
    }
  });

  it('shows a result only to who has the right, also over a subscription', async () => {
    const { attempt } = await new Desk(admin).open(checkpointId, 'a text');
    const registrar = await as('REGISTRAR');
    assert.equal(await registrar.errorCode(`{ validation(id: "${attempt.id}") { state } }`), 'FORBIDDEN');
    await assert.rejects(new Desk(registrar).states(attempt.id));
    await assert.rejects(new Desk(new ApiClient(stack.api.url)).states(attempt.id));
    assert.deepEqual(
      (await new Desk(await as('OPERATOR')).states(attempt.id)).map(({ state }) => state),
      ['REJECTED'],
    );
  });

  it('gives bad input a typed answer', async () => {
    const desk = new Desk(admin);
    const personId = await desk.register();
    const consent = {
      personId,
      textVersion: '1999-1',
      language: 'es',
      evidence: { needsGuardian: false, reference: 'C-1' },
      idempotencyKey: randomUUID(),
    };
    const cases: [query: string, variables: object, code: string][] = [
      ['{ validation(id: "not-a-uuid") { id } }', {}, 'BAD_USER_INPUT'],
      [`{ validation(id: "${unknownId}") { id } }`, {}, 'NOT_FOUND'],
      [`{ person(id: "${unknownId}") { id } }`, {}, 'NOT_FOUND'],
      ['{ persons(first: 101) { nodes { id } } }', {}, 'BAD_USER_INPUT'],
      ['{ persons(after: "x") { nodes { id } } }', {}, 'BAD_USER_INPUT'],
      [
        'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { __typename } }',
        { input: consent },
        'BAD_USER_INPUT',
      ],
      [
        'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { __typename } }',
        { input: { ...consent, textVersion: '2026-1', personId: unknownId } },
        'NOT_FOUND',
      ],
      ...[
        { needsGuardian: true, reference: 'C-1' },
        { needsGuardian: true, guardian: { name: '', relation: 'MOTHER' }, reference: 'C-1' },
        { needsGuardian: false, guardian: { name: 'A\u0000B', relation: 'MOTHER' }, reference: 'C-1' },
        { needsGuardian: false, guardian: { name: 'Ana', relation: 'AUNT' }, reference: 'C-1' },
        { needsGuardian: false, reference: '' },
      ].map((evidence): [string, object, string] => [
        'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { __typename } }',
        { input: { ...consent, textVersion: '2026-1', evidence } },
        'BAD_USER_INPUT',
      ]),
      [
        'mutation ($input: OpenValidationInput!) { openValidation(input: $input) { __typename } }',
        { input: { checkpointId: unknownId, credential: 'x', idempotencyKey: randomUUID() } },
        'NOT_FOUND',
      ],
      [
        'mutation ($input: OpenValidationInput!) { openValidation(input: $input) { __typename } }',
        { input: { checkpointId, credential: '', idempotencyKey: randomUUID() } },
        'BAD_USER_INPUT',
      ],
      [
        'mutation ($input: IssueCredentialInput!) { issueCredential(input: $input) { credential { id } } }',
        { input: { personId, expiresAt: '2020-01-01T00:00:00Z', idempotencyKey: randomUUID() } },
        'BAD_USER_INPUT',
      ],
      ['{ nonsense }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      ['{ me {', {}, 'GRAPHQL_PARSE_FAILED'],
    ];
    for (const [query, variables, code] of cases) {
      const { errors } = await admin.send(query, variables as Record<string, unknown>);
      assert.equal(errors[0]?.extensions?.['code'], code, `${query} ${JSON.stringify(variables)}`);
      assert.doesNotMatch(JSON.stringify(errors), /stack|node_modules|SELECT|password.*short/i);
    }
  });

  it('keeps one external id for one person, and one key for one request', async () => {
    const register = `mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename
      ... on PersonRegistered { person { id displayName } } ... on ExternalIdTaken { person { id } } } }`;
    const input = { externalId: 'S-2041', displayName: 'Ana', kind: 'STUDENT', idempotencyKey: randomUUID() };
    interface Answer {
      registerPerson: { __typename: string; person: { id: string } };
    }
    const answers = await Promise.all([1, 2, 3].map(() => admin.ask<Answer>(register, { input })));
    assert.equal(new Set(answers.map(({ registerPerson }) => registerPerson.person.id)).size, 1);
    const taken = await admin.ask<Answer>(register, {
      input: { ...input, externalId: ' s-2041'.trim(), displayName: 'Eva', idempotencyKey: randomUUID() },
    });
    assert.deepEqual(
      [taken.registerPerson.__typename, taken.registerPerson.person.id],
      ['ExternalIdTaken', answers[0]?.registerPerson.person.id],
    );
    assert.equal(await admin.errorCode(register, { input: { ...input, displayName: 'Eva' } }), 'CONFLICT');
  });

  it('walks a list by cursor, whole, each row once', async () => {
    const desk = new Desk(admin);
    for (let index = 0; index < 5; index++) await desk.register(`Persona ${index}`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        persons,
      }: { persons: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await admin.ask(
          `query ($after: ID) { persons(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
      assert.ok(persons.nodes.length <= 2);
      seen.push(...persons.nodes.map(({ id }) => id));
      after = persons.pageInfo.hasNextPage ? persons.pageInfo.endCursor : null;
    } while (after !== null);
    const rows = await database.query<{ id: string }>('SELECT id FROM persons ORDER BY id DESC');
    assert.deepEqual(
      seen,
      rows.map(({ id }) => id),
    );
  });

  it('opens nothing at a closed checkpoint', async () => {
    const desk = new Desk(admin);
    const id = await desk.checkpoint();
    await admin.ask(`mutation ($id: ID!) { setCheckpointOpen(id: $id, open: false) { closedAt } }`, { id });
    assert.equal((await desk.open(id, 'x')).__typename, 'CheckpointClosed');
    assert.deepEqual(await database.query('SELECT 1 FROM validation_attempts WHERE checkpoint_id = $1', [id]), []);
  });
});
