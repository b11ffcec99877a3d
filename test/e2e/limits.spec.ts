import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { askOverSocket, type SocketError } from '../support/socket.js';
import { startStack, type Stack } from '../support/stack.js';

const FRIEND = 'https://kiosk.school.test';
const STRANGER = 'https://evil.test';

const times = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');

const signIns = times(
  11,
  (index) => `s${index}: signIn(input: { email: "a@school.test", password: "p${index}" }) { __typename }`,
);
const lists = times(
  10,
  (index) =>
    `l${index}: persons(first: 100) { nodes { id externalId displayName kind createdAt } pageInfo { hasNextPage } }`,
);
const skips = times(11, () => 'id @skip(if: false)');

const bombs: [name: string, document: string, code: string, limit?: string][] = [
  ['depth', `${'{ ... on Query '.repeat(40)} { __typename } ${'}'.repeat(40)}`, 'GRAPHQL_VALIDATION_FAILED', 'DEPTH'],
  [
    'depth in fragments',
    `{ ...F0 } ${times(9, (index) => `fragment F${index} on Query { ...F${index + 1} }`)} fragment F9 on Query { me { id } }`,
    'GRAPHQL_VALIDATION_FAILED',
    'DEPTH',
  ],
  ['sign-ins under aliases', `mutation { ${signIns} }`, 'GRAPHQL_VALIDATION_FAILED', 'ALIASES'],
  [
    'aliases in a fragment',
    `{ me { ...F } } fragment F on User { ${times(11, (index) => `a${index}: id`)} }`,
    'GRAPHQL_VALIDATION_FAILED',
    'ALIASES',
  ],
  ['directives', `{ me { ${skips} } }`, 'GRAPHQL_VALIDATION_FAILED', 'DIRECTIVES'],
  ['cost', `{ ${lists} }`, 'GRAPHQL_VALIDATION_FAILED', 'COST'],
  [
    'a cycle of fragments',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['tokens', `{ ${times(5_000, () => '__typename')} }`, 'GRAPHQL_PARSE_FAILED'],
  ['brackets', `{ me(a: ${'['.repeat(20_000)}) }`, 'GRAPHQL_PARSE_FAILED'],
];

describe('limits', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let url: string;

  before(async () => {
    database = await createDatabase();
    stack = await startStack({
      databaseUrl: database.url,
      settings: { NODE_ENV: 'production', CORS_ORIGINS: FRIEND },
    });
    url = stack.api.url;
    admin = await ApiClient.signIn(url, stack.admin);
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const assertRefusal = ({ errors }: { errors: readonly SocketError[] }, code: string, limit?: string) => {
    const found = errors.map(({ extensions }) => [extensions?.['code'], extensions?.['limit']]);
    assert.ok(
      found.some(([its, which]) => its === code && which === limit),
      JSON.stringify(errors),
    );
    assert.doesNotMatch(JSON.stringify(errors), /stacktrace|node_modules|Did you mean|exceeded, found/);
  };
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  for (const [name, document, code, limit] of bombs) {
    it(`refuse a bomb of ${name}, over HTTP and over a socket, before anything of it runs`, async () => {
      const answer = await admin.send(document);
      assert.equal(answer.data, undefined);
      assertRefusal(answer, code, limit);
      assertRefusal(await askOverSocket(admin, document), code, limit);
    });
  }

  it('refuse a batch, of one too', async () => {
    const operation = { query: '{ me { id } }' };
    for (const batch of [[operation], Array.from({ length: 1_000 }, () => operation)]) {
      const response = await post(JSON.stringify(batch), { authorization: `Bearer ${admin.token}` });
      assert.equal(response.status, 400);
      assertRefusal((await response.json()) as { errors: SocketError[] }, 'BAD_REQUEST');
    }
  });

  it('refuse a body that is too large with a typed 413, and such a message by closing the socket', async () => {
    const variables = { x: 'x'.repeat(300_000) };
    const query = 'query ($x: ID!) { validation(id: $x) { id } }';
    const response = await post(JSON.stringify({ query, variables }));
    const { code, correlationId } = (await response.json()) as { code: string; correlationId: string };
    assert.deepEqual([response.status, code], [413, 'BAD_USER_INPUT']);
    assert.equal(correlationId, response.headers.get('x-correlation-id'));
    assert.equal((await askOverSocket(admin, query, variables)).closed, 1009);
    assert.equal(await admin.errorCode(query, { x: 'x'.repeat(200_000) }), 'BAD_USER_INPUT');
  });

  it('tell nothing of the schema in production, over HTTP or over a socket', async () => {
    for (const document of ['{ __schema { types { name } } }', '{ __type(name: "User") { name } }', '{ mee { id } }']) {
      const answer = await admin.send(document);
      assert.equal(answer.data, undefined);
      assertRefusal(answer, 'GRAPHQL_VALIDATION_FAILED');
      assertRefusal(await askOverSocket(admin, document), 'GRAPHQL_VALIDATION_FAILED');
    }
    const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    assert.doesNotMatch(await page.text(), /sandbox/i);
  });

  it('let an ordinary operation through, over HTTP and over a socket', async () => {
    assert.equal(await admin.errorCode('{ me { id email roles } }'), undefined);
    assert.deepEqual((await askOverSocket(admin, '{ me { id email roles } }')).errors, []);
    assertRefusal(await askOverSocket(new ApiClient(url), '{ me { id } }'), 'UNAUTHENTICATED');
  });

  it('take no word of a client for its address: five failures are five, whatever it calls itself', async () => {
    const query = `mutation { signIn(input: { email: "nobody@school.test", password: "wrong" }) { __typename } }`;
    const kinds: unknown[] = [];
    for (let index = 0; index < 6; index++) {
      const forged = `198.51.100.${index}`;
      const headers = { 'x-forwarded-for': forged, 'x-real-ip': forged, forwarded: `for=${forged}` };
      const { data } = (await (await post(JSON.stringify({ query }), headers)).json()) as {
        data: { signIn: { __typename: string } };
      };
      kinds.push(data.signIn.__typename);
    }
    assert.deepEqual(kinds, [...Array.from({ length: 5 }, () => 'InvalidCredentials'), 'SignInThrottled']);
    const { data } = await askOverSocket(new ApiClient(url), query);
    assert.deepEqual(data, { signIn: { __typename: 'SignInThrottled' } });
  });

  it("take no operation as another site's page can send it without asking first", async () => {
    const body = JSON.stringify({ query: 'mutation { signIn(input: { email: "a", password: "b" }) { __typename } }' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await post(body, { 'content-type': type, origin: STRANGER });
      assert.equal(response.status, 400, type);
      assert.doesNotMatch(await response.text(), /InvalidCredentials|SignedIn/);
    }
    const get = await fetch(`${url}/graphql?query={__typename}`, { headers: { origin: STRANGER } });
    assert.equal(get.status, 400);
  });

  it("take no upload from another site's form: a form can't send a ticket", async () => {
    const form = new FormData();
    form.append('frame', new Blob([new Uint8Array(100)]), 'a.jpg');
    form.append('authorization', `Bearer ${admin.token}`);
    const cookie = `authorization=Bearer ${admin.token}; ticket=${randomUUID()}`;
    for (const query of ['', `?authorization=Bearer%20${admin.token}&access_token=${admin.token}`]) {
      const response = await fetch(`${url}/captures${query}`, {
        method: 'POST',
        headers: { origin: STRANGER, cookie },
        body: form,
      });
      assert.equal(response.status, 401);
      assert.equal(((await response.json()) as { code: string }).code, 'UNAUTHENTICATED');
    }
  });

  it('let pages of listed origins read answers, and no others', async () => {
    const preflight = (origin: string, path: string) =>
      fetch(`${url}${path}`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
    for (const path of ['/graphql', '/captures']) {
      const allowed = await preflight(FRIEND, path);
      assert.equal(allowed.headers.get('access-control-allow-origin'), FRIEND);
      assert.equal(allowed.headers.get('access-control-allow-credentials'), null);
      for (const origin of [STRANGER, `${FRIEND}.evil.test`, 'null']) {
        assert.notEqual((await preflight(origin, path)).headers.get('access-control-allow-origin'), origin);
      }
    }
    const answer = await post('{"query":"{ __typename }"}', { origin: STRANGER });
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });
});
