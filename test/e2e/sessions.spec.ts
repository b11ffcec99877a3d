import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Browser } from '../support/browser.js';
import { addUser } from '../support/users.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startApi, startStack, type Stack } from '../support/stack.js';

const PASSWORD = 'purple monkey dishwasher';

describe('sessions', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let user: { id: string; email: string; password: string };
  let browser: Browser;

  before(async () => {
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url });
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });
  beforeEach(async () => {
    user = await addUser(admin, 'SRE', PASSWORD);
    browser = await signedIn();
  });

  const create = `mutation ($input: CreateUserInput!) { createUser(input: $input) {
    __typename ... on UserCreated { user { id } } ... on PasswordTooWeak { reasons } } }`;
  const inputFor = (password: string) => ({
    email: `${randomUUID()}@school.test`,
    displayName: 'Somebody',
    password,
    roles: ['SRE'],
    idempotencyKey: randomUUID(),
  });
  async function signedIn(userAgent?: string): Promise<Browser> {
    const fresh = new Browser(stack.api.url, userAgent);
    assert.equal(await fresh.signIn(user), 'SignedIn');
    return fresh;
  }
  const sessionOf = ({ accessToken }: Browser): string => decodeJwt<{ sid: string }>(accessToken ?? '').sid;
  const liveTokens = async (sessionId: string): Promise<number> => {
    const rows = await database.query(
      `SELECT 1 FROM refresh_tokens token JOIN sessions ON sessions.id = session_id
       WHERE session_id = $1 AND replaced_at IS NULL AND ended_at IS NULL`,
      [sessionId],
    );
    return rows.length;
  };
  const ending = async (sessionId: string): Promise<string | null | undefined> => {
    const sql = 'SELECT ended_because AS because FROM sessions WHERE id = $1';
    return (await database.query<{ because: string | null }>(sql, [sessionId]))[0]?.because;
  };
  /** As if the last refresh had been a minute ago. */
  const aMinutePasses = () =>
    database.query(`UPDATE refresh_tokens SET replaced_at = replaced_at - interval '1 minute'`);

  it('are kept by a cookie that no script reads, no other site sends and no other path gets', () => {
    const { name, value, ...attributes } = browser.cookie ?? { name: '', value: '' };
    assert.equal(name, '__Secure-presente-refresh');
    assert.match(value ?? '', /^[\w-]{43}$/);
    const { maxAge, expires, ...flags } = attributes as { maxAge: number; expires: Date };
    assert.deepEqual(flags, { httpOnly: true, secure: true, sameSite: 'strict', path: '/graphql' });
    assert.ok(maxAge > 3_590 && maxAge <= 3_600, `${maxAge} s`);
    assert.ok(Math.abs(expires.getTime() - Date.now() - 3_600_000) < 30_000);
  });

  it('go on with a new token at each refresh', async () => {
    const seen = new Set([browser.token]);
    for (let round = 1; round <= 5; round++) {
      assert.equal(await browser.refresh(), 'SignedIn');
      assert.equal(await browser.refused(), undefined);
      seen.add(browser.token);
    }
    assert.equal(seen.size, 6);
    assert.equal(await liveTokens(sessionOf(browser)), 1);
  });

  it('end, for thief and owner alike, when a token comes back after its successor', async () => {
    const thief = browser.thief();
    assert.equal(await browser.refresh(), 'SignedIn');
    await aMinutePasses();
    assert.equal(await thief.refresh(), 'SessionOver');
    assert.equal(thief.cookie, undefined, 'the cookie is cleared');
    assert.equal(await ending(sessionOf(browser)), 'TOKEN_REUSED');
    assert.deepEqual(
      await database.query(
        `SELECT actor, outcome FROM audit_events WHERE action = 'REFRESH_TOKEN_REUSED' AND subject_id = $1`,
        [user.id],
      ),
      [{ actor: 'anonymous', outcome: 'REFUSED' }],
    );
    assert.equal(await browser.refused(), 'UNAUTHENTICATED', 'the access token is useless at once');
    assert.equal(await browser.refresh(), 'SessionOver');
  });

  it('end when the thief was first, too', async () => {
    const thief = browser.thief();
    assert.equal(await thief.refresh(), 'SignedIn');
    await aMinutePasses();
    assert.equal(await browser.refresh(), 'SessionOver');
    assert.equal(await thief.refused(), 'UNAUTHENTICATED');
    assert.equal(await thief.refresh(), 'SessionOver');
  });

  it('give a client that lost the answer the same successor again, for a moment and not past the next one', async () => {
    const late = browser.thief();
    assert.equal(await browser.refresh(), 'SignedIn');
    assert.equal(await late.refresh(), 'SignedIn');
    assert.equal(late.token, browser.token);
    const stale = new Browser(stack.api.url);
    stale.cookie = { ...browser.cookie!, value: browser.token };
    assert.equal(await browser.refresh(), 'SignedIn');
    assert.equal(await browser.refresh(), 'SignedIn');
    assert.equal(await stale.refresh(), 'SessionOver', 'two successors on, within the moment');
    assert.equal(await ending(sessionOf(browser)), 'TOKEN_REUSED');
  });

  it('have one live successor, however many refresh at once', async () => {
    const clients = Array.from({ length: 50 }, () => browser.thief());
    const answers = await Promise.all(clients.map((client) => client.refresh()));
    assert.deepEqual([...new Set(answers)], ['SignedIn']);
    assert.equal(new Set(clients.map(({ token }) => token)).size, 1);
    assert.equal(await liveTokens(sessionOf(browser)), 1);
    await aMinutePasses();
    assert.equal(await browser.refresh(), 'SessionOver');
  });

  it('are not refreshed for another site’s page', async () => {
    const json = { 'content-type': 'application/json' };
    const own = { ...json, 'x-presente-client': 'web' };
    const token = browser.token;
    assert.equal(await browser.refresh(json), 'FORBIDDEN', 'without the header');
    assert.equal(await browser.refresh({ ...own, 'sec-fetch-site': 'cross-site' }), 'FORBIDDEN');
    assert.equal(await browser.refresh({ ...own, 'sec-fetch-site': 'same-site' }), 'FORBIDDEN');
    const query = 'mutation { refreshSession { __typename } }';
    const forms: [type: string, body: string][] = [
      ['text/plain', JSON.stringify({ query })],
      ['application/x-www-form-urlencoded', new URLSearchParams({ query }).toString()],
      [
        'multipart/form-data; boundary=x',
        `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${query}\r\n--x--`,
      ],
    ];
    for (const [type, body] of forms) {
      const headers = { 'content-type': type, cookie: `__Secure-presente-refresh=${token}` };
      const answer = await fetch(`${stack.api.url}/graphql`, { method: 'POST', headers, body });
      assert.equal(answer.status, 400, `a form of another page: ${type}`);
      assert.deepEqual(answer.headers.getSetCookie(), []);
    }
    const preflight = await fetch(`${stack.api.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.test',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-presente-client',
      },
    });
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
    assert.equal(browser.token, token);
    assert.equal(await browser.refresh({ ...own, 'sec-fetch-site': 'same-origin' }), 'SignedIn');
  });

  it('take no token that is none of theirs', async () => {
    for (const value of ['', 'x', 'A'.repeat(43), `${browser.token}A`, browser.token.toLowerCase(), "' OR 1=1 --"]) {
      const other = browser.thief();
      other.cookie = { ...browser.cookie!, value };
      assert.equal(await other.refresh(), 'SessionOver', value);
    }
    const plain = browser.thief();
    plain.cookie = { ...browser.cookie!, name: 'presente-refresh' };
    assert.equal(await plain.refresh(), 'SessionOver', 'a name without the prefix could have come over http');
    assert.equal(await browser.refresh(), 'SignedIn', 'and nothing happened to the session');
  });

  it('end with time: without use, and in any case', async () => {
    const set = (change: string) => database.query(`UPDATE sessions SET ${change} WHERE id = $1`, [sessionOf(browser)]);
    await set(`expires_at = now() + interval '5 minutes', good_until = now() + interval '1 minute'`);
    assert.equal(await browser.refresh(), 'SignedIn');
    assert.ok((browser.cookie?.maxAge ?? 0) <= 300, 'a refresh carries it no further than its longest life');
    await set(`good_until = now()`);
    assert.equal(await browser.refused(), 'UNAUTHENTICATED');
    assert.equal(await browser.refresh(), 'SessionOver');
  });

  it('end when the person signs out, and only the one', async () => {
    const other = await signedIn();
    const { data, cookie } = await browser.send<{ signOut: object }>('mutation { signOut { sessions } }');
    assert.deepEqual(data, { signOut: { sessions: 1 } });
    assert.equal(cookie?.value, '');
    assert.equal(await browser.refused(), 'UNAUTHENTICATED');
    assert.equal(await other.refused(), undefined);
    assert.equal(await other.refresh(), 'SignedIn');
  });

  it('end everywhere at once', async () => {
    const others = [await signedIn(), await signedIn()];
    const { data } = await browser.send<object>('mutation { signOutEverywhere { sessions } }');
    assert.deepEqual(data, { signOutEverywhere: { sessions: 3 } });
    for (const each of [browser, ...others]) {
      assert.equal(await each.refused(), 'UNAUTHENTICATED');
      assert.equal(await each.refresh(), 'SessionOver');
    }
    assert.equal(await admin.errorCode('{ me { id } }'), undefined, 'of this user');
  });

  it('are listed to their owner, by name of the browser, and ended one by one', async () => {
    const chrome = await signedIn(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    );
    interface Listed {
      mySessions: { nodes: { id: string; client: string; current: boolean }[] };
    }
    const list = async () =>
      (await browser.send<Listed>('{ mySessions { nodes { id client current } } }')).data?.mySessions.nodes;
    assert.deepEqual(await list(), [
      { id: sessionOf(chrome), client: 'Chrome on Windows', current: false },
      { id: sessionOf(browser), client: 'Firefox on Linux', current: true },
    ]);
    const end = 'mutation ($id: ID!) { endSession(id: $id) { sessions } }';
    assert.equal(await admin.errorCode(end, { id: sessionOf(chrome) }), 'NOT_FOUND', 'of somebody else');
    assert.equal((await browser.send(end, { id: sessionOf(chrome) })).code, undefined);
    assert.equal(await chrome.refused(), 'UNAUTHENTICATED');
    assert.equal((await list())?.length, 1);
    assert.equal((await browser.send(end, { id: sessionOf(chrome) })).code, 'NOT_FOUND');
  });

  it('end with their user, and do not come back', async () => {
    const disable = (disabled: boolean) =>
      admin.ask('mutation ($id: ID!, $disabled: Boolean!) { setUserDisabled(id: $id, disabled: $disabled) { id } }', {
        id: user.id,
        disabled,
      });
    await disable(true);
    assert.equal(await browser.refused(), 'UNAUTHENTICATED');
    assert.equal(await browser.refresh(), 'SessionOver');
    await disable(false);
    assert.equal(await browser.refused(), 'UNAUTHENTICATED');
    await signedIn();
  });

  const change = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename
    ... on PasswordChanged { sessionsEnded } ... on PasswordTooWeak { reasons } } }`;
  const changed = async (current: string, next: string) =>
    (await browser.send<{ changePassword: object }>(change, { input: { current, new: next } })).data?.changePassword;

  it('end with the password, but for the one that changed it', async () => {
    const other = await signedIn();
    const next = 'seven quiet violins';
    assert.deepEqual(await changed('wrong', next), { __typename: 'InvalidCredentials' });
    assert.deepEqual(await changed(PASSWORD, 'Password1234'), {
      __typename: 'PasswordTooWeak',
      reasons: ['GUESSABLE'],
    });
    assert.equal(await other.refused(), undefined);
    assert.deepEqual(await changed(PASSWORD, next), { __typename: 'PasswordChanged', sessionsEnded: 1 });
    assert.equal(await other.refused(), 'UNAUTHENTICATED');
    assert.equal(await other.refresh(), 'SessionOver');
    assert.equal(await browser.refresh(), 'SignedIn');
    assert.equal(await new Browser(stack.api.url).signIn(user), 'InvalidCredentials');
    assert.equal(await new Browser(stack.api.url).signIn({ ...user, password: next }), 'SignedIn');
  });

  it('that begin with the old password while it is changed are none', async () => {
    const attempts = Array.from({ length: 12 }, () => new Browser(stack.api.url));
    const [result, ...answers] = await Promise.all([
      changed(PASSWORD, 'seven quiet violins'),
      ...attempts.map((attempt, index) => sleep(index * 15).then(() => attempt.signIn(user))),
    ]);
    assert.match(JSON.stringify(result), /PasswordChanged/);
    for (const [index, answer] of answers.entries()) {
      if (answer === 'SignedIn') assert.equal(await attempts[index]?.refused(), 'UNAUTHENTICATED');
    }
  });

  it('begin with no weak password', async () => {
    const { createUser: refused } = await admin.ask<{ createUser: object }>(create, { input: inputFor('short') });
    assert.deepEqual(refused, { __typename: 'PasswordTooWeak', reasons: ['TOO_SHORT', 'GUESSABLE'] });
    const { createUser: named } = await admin.ask<{ createUser: object }>(create, {
      input: inputFor('zebra somebody tundra'),
    });
    assert.deepEqual(named, { __typename: 'PasswordTooWeak', reasons: ['CONTAINS_NAME'] });
  });

  it('are good for programs that keep no cookie, by their access token alone', async () => {
    const program = await ApiClient.signIn(stack.api.url, user);
    assert.equal(await program.errorCode('{ me { id } }'), undefined);
    assert.equal(await program.errorCode('mutation { refreshSession { __typename } }'), 'FORBIDDEN');
  });

  it('leave no token in the database, in the log or in an answer', async () => {
    await browser.refresh();
    const { token } = browser;
    const { data } = await browser.send('{ mySessions { nodes { id client lastUsedAt goodUntil } } me { id } }');
    const rows = await database.query<{ row: string }>('SELECT t::text AS row FROM refresh_tokens AS t');
    const kept = rows.map(({ row }) => row).join('\n');
    assert.ok(kept.includes(createHash('sha256').update(token).digest('hex')), 'the hash is there');
    const hex = (encoding: 'utf8' | 'base64url') => Buffer.from(token, encoding).toString('hex');
    for (const form of [token, hex('utf8'), hex('base64url')]) {
      for (const place of [kept, stack.api.log.join('\n'), JSON.stringify(data)]) assert.ok(!place.includes(form));
    }
  });

  it('go on when the API starts anew, and on another one beside it', async () => {
    const second = await startApi(stack.environment);
    try {
      const elsewhere = new Browser(second.url);
      elsewhere.cookie = browser.cookie;
      elsewhere.accessToken = browser.accessToken;
      assert.equal(await elsewhere.refused(), undefined);
      assert.equal(await elsewhere.refresh(), 'SignedIn');
      browser.cookie = elsewhere.cookie;
      assert.equal(await browser.refresh(), 'SignedIn');
    } finally {
      second.kill('SIGTERM');
      await second.ended;
    }
  });
});
