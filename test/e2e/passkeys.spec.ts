import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { AuthenticatorBrowser, servePage } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import { withoutChromium } from '../support/chromium.js';
import { addUser } from '../support/users.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';

const PASSWORD = 'purple monkey dishwasher';

interface Answer {
  readonly __typename: string;
  readonly challengeId: string;
  readonly options: string;
  readonly accessToken?: string;
  readonly [other: string]: unknown;
}

describe('passkeys', { skip: withoutPostgres || withoutChromium }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let page: Awaited<ReturnType<typeof servePage>>;
  let foreign: Awaited<ReturnType<typeof servePage>>;
  let chromium: AuthenticatorBrowser;
  let key: string;
  let user: { id: string; email: string; password: string };
  let browser: Browser;

  before(async () => {
    [page, foreign] = await Promise.all([servePage(), servePage()]);
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url, settings: { PASSKEY_ORIGINS: page.origin } });
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
    chromium = await AuthenticatorBrowser.open();
  });
  after(async () => {
    await chromium.close();
    await Promise.all([page.close(), foreign.close()]);
    await stack.stop();
    await database.drop();
  });
  beforeEach(async () => {
    await chromium.visit(page.origin);
    key = await chromium.plugIn();
    ({ user, browser } = await newcomer());
  });
  afterEach(() => chromium.pullOut(key));

  async function newcomer(role = 'ADMIN') {
    const newUser = await addUser(admin, role, PASSWORD);
    const newBrowser = new Browser(stack.api.url);
    assert.equal(await newBrowser.signIn(newUser), 'SignedIn');
    return { user: newUser, browser: newBrowser };
  }

  /** A mutation with one input or one id; the members of its result that the tests look at. */
  async function mutate(by: Browser, name: string, argument: object | string): Promise<Answer> {
    const { type, value, label } = isText(argument)
      ? { type: 'ID!', value: argument, label: name === 'resetPasskeys' ? 'userId' : 'id' }
      : { type: `${INPUTS[name]}!`, value: argument, label: 'input' };
    const query = `mutation ($value: ${type}) { result: ${name}(${label}: $value) { __typename ${MEMBERS[name]} } }`;
    const { data, code } = await by.send<{ result: Answer }>(query, { value });
    return data?.result ?? { __typename: String(code), challengeId: '', options: '' };
  }

  const signIn = (by: Browser, password = user.password) => mutate(by, 'signIn', { email: user.email, password });
  async function registerOn(by: Browser): Promise<Answer> {
    const begun = await mutate(by, 'beginPasskeyRegistration', { password: PASSWORD });
    assert.equal(begun.__typename, 'PasskeyRegistration');
    const response = await chromium.register(begun.options);
    return mutate(by, 'registerPasskey', { challengeId: begun.challengeId, name: 'Blue key', response });
  }
  const register = async () => {
    assert.equal((await registerOn(browser)).__typename, 'PasskeyRegistered');
  };
  /** The password was right; the key is still to come. */
  async function challenged(by = new Browser(stack.api.url)) {
    const { __typename, challengeId, options } = await signIn(by);
    assert.equal(__typename, 'SecondFactorRequired');
    return { by, challengeId, options };
  }
  const complete = (by: Browser, challengeId: string, response: string) =>
    mutate(by, 'completeSignIn', { challengeId, response });
  const completed = async (challenge: Awaited<ReturnType<typeof challenged>>, response?: string) =>
    (await complete(challenge.by, challenge.challengeId, response ?? (await chromium.answer(challenge.options))))
      .__typename;

  it('are registered, and from then on the password alone signs nobody in', async () => {
    const elsewhere = new Browser(stack.api.url);
    await elsewhere.signIn(user);
    const registered = await registerOn(browser);
    assert.deepEqual([registered.__typename, registered['sessionsEnded']], ['PasskeyRegistered', 1]);
    assert.equal(await elsewhere.refused(), 'UNAUTHENTICATED', 'a session without the second factor');
    assert.equal(await browser.refused(), undefined);

    const { by, challengeId, options } = await challenged();
    assert.equal(by.cookie, undefined);
    const answer = await complete(by, challengeId, await chromium.answer(options));
    assert.equal(answer.__typename, 'SignedIn');
    by.accessToken = answer.accessToken;
    assert.equal(await by.refused(), undefined);
    assert.equal(await by.refresh(), 'SignedIn', 'with a cookie like any other');
    const { data } = await by.send<{ myPasskeys: object[] }>('{ myPasskeys { name lastUsedAt } }');
    assert.equal(data?.myPasskeys.length, 1);
  });

  it('are in the audit, with the sign-ins that they completed and refused', async () => {
    await register();
    await completed(await challenged());
    await completed(await challenged(), '{}');
    const [own] = await database.query<{ id: string }>('SELECT id FROM passkeys WHERE user_id = $1', [user.id]);
    assert.equal((await mutate(browser, 'removePasskey', own?.id ?? '')).__typename, 'PasskeysRemoved');
    const events = await database.query(
      `SELECT action, outcome, details ->> 'proof' AS proof, details ->> 'reason' AS reason
       FROM audit_events WHERE subject_id = $1 ORDER BY sequence`,
      [user.id],
    );
    assert.deepEqual(events, [
      { action: 'USER_CREATED', outcome: 'SUCCESS', proof: null, reason: null },
      { action: 'SIGN_IN', outcome: 'SUCCESS', proof: 'PASSWORD', reason: null },
      { action: 'PASSKEY_REGISTERED', outcome: 'SUCCESS', proof: null, reason: null },
      { action: 'SIGN_IN', outcome: 'SUCCESS', proof: 'SECOND_FACTOR', reason: null },
      { action: 'SIGN_IN', outcome: 'REFUSED', proof: null, reason: 'SECOND_FACTOR_REFUSED' },
      { action: 'PASSKEYS_REMOVED', outcome: 'SUCCESS', proof: null, reason: null },
    ]);
  });

  it('say nothing of themselves to whoever does not know the password', async () => {
    await register();
    assert.equal((await signIn(new Browser(stack.api.url), 'wrong')).__typename, 'InvalidCredentials');
    assert.equal(
      (await mutate(browser, 'beginPasskeyRegistration', { password: 'wrong' })).__typename,
      'InvalidCredentials',
    );
  });

  it('answer a challenge once, whether the answer was good or not', async () => {
    await register();
    const challenge = await challenged();
    const response = await chromium.answer(challenge.options);
    assert.equal(await completed(challenge, response), 'SignedIn');
    assert.equal(await completed(challenge, response), 'PasskeyRefused');

    const spoilt = await challenged();
    assert.equal(await completed(spoilt, '{}'), 'PasskeyRefused');
    assert.equal(await completed(spoilt), 'PasskeyRefused', 'the challenge is used up');

    const raced = await challenged();
    const good = await chromium.answer(raced.options);
    const answers = await Promise.all(Array.from({ length: 10 }, () => completed(raced, good)));
    assert.deepEqual(answers.filter((answer) => answer === 'SignedIn').length, 1);
  });

  it('answer their own challenge, in time, and no other', async () => {
    await register();
    const [one, two] = [await challenged(), await challenged()];
    assert.equal(await completed(one, await chromium.answer(two.options)), 'PasskeyRefused', 'of another sign-in');
    const late = await challenged();
    const response = await chromium.answer(late.options);
    await database.query('UPDATE passkey_challenges SET expires_at = now()');
    assert.equal(await completed(late, response), 'PasskeyRefused', 'too late');
    const signingIn = await challenged();
    const confirmed = await mutate(browser, 'confirmSecondFactor', {
      challengeId: signingIn.challengeId,
      response: await chromium.answer(signingIn.options),
    });
    assert.equal(confirmed.__typename, 'PasskeyRefused', 'of a sign-in, to confirm');
    for (const response of ['', 'null', '[]', '{"id":1}', '{"id":"x","response":{}}', 'x'.repeat(16_000)]) {
      assert.equal(await completed(await challenged(), response), 'PasskeyRefused', response.slice(0, 20));
    }
  });

  it('are of no use on a page of another origin', async () => {
    await register();
    const challenge = await challenged();
    await chromium.visit(foreign.origin);
    assert.equal(await completed(challenge), 'PasskeyRefused');
  });

  it('are refused when they come from a copy of the key', async () => {
    await register();
    assert.equal(await completed(await challenged()), 'SignedIn');
    key = await chromium.swapForOldCopy(key);
    assert.equal(await completed(await challenged()), 'PasskeyRefused');
  });

  it('are their own user’s', async () => {
    await register();
    const other = await newcomer();
    const begun = await mutate(other.browser, 'beginPasskeyRegistration', { password: PASSWORD });
    const stolen = await mutate(browser, 'registerPasskey', {
      challengeId: begun.challengeId,
      name: 'x',
      response: await chromium.register(begun.options),
    });
    assert.equal(stolen.__typename, 'PasskeyRefused', 'a registration that another user began');
    const mine = await challenged();
    assert.equal((await registerOn(other.browser)).__typename, 'PasskeyRegistered');
    user = other.user;
    const theirs = await challenged();
    const { challenge } = JSON.parse(mine.options) as { challenge: string };
    const mixed = JSON.stringify({ ...(JSON.parse(theirs.options) as object), challenge });
    assert.equal(
      await completed(mine, await chromium.answer(mixed)),
      'PasskeyRefused',
      'the one’s challenge, the other’s key',
    );
  });

  it('are removed, and others registered, after the key was shown again', async () => {
    await register();
    const { data } = await browser.send<{ myPasskeys: { id: string }[] }>('{ myPasskeys { id } }');
    const id = data?.myPasskeys[0]?.id ?? '';
    await database.query(`UPDATE sessions SET second_factor_at = now() - interval '6 minutes'`);
    assert.equal(
      (await mutate(browser, 'beginPasskeyRegistration', { password: PASSWORD })).__typename,
      'SecondFactorRequired',
    );
    const required = await mutate(browser, 'removePasskey', id);
    assert.equal(required.__typename, 'SecondFactorRequired');
    const confirmed = await mutate(browser, 'confirmSecondFactor', {
      challengeId: required.challengeId,
      response: await chromium.answer(required.options),
    });
    assert.equal(confirmed.__typename, 'SecondFactorConfirmed');
    const stranger = await newcomer();
    assert.equal((await mutate(stranger.browser, 'removePasskey', id)).__typename, 'NOT_FOUND', 'of another user');
    assert.equal((await mutate(browser, 'removePasskey', id)).__typename, 'PasskeysRemoved');
    assert.equal((await signIn(new Browser(stack.api.url))).__typename, 'SignedIn', 'the password is enough again');
  });

  it('that were lost are reset by another administrator who has one, and nobody else', async () => {
    await register();
    const helper = await newcomer();
    const operator = await newcomer('OPERATOR');
    assert.equal((await mutate(operator.browser, 'resetPasskeys', user.id)).__typename, 'FORBIDDEN');
    assert.equal((await mutate(browser, 'resetPasskeys', user.id)).__typename, 'FORBIDDEN', 'one’s own');
    assert.equal((await mutate(helper.browser, 'resetPasskeys', user.id)).__typename, 'FORBIDDEN', 'without a passkey');
    const spare = await chromium.plugIn();
    await chromium.pullOut(key);
    key = spare;
    assert.equal((await registerOn(helper.browser)).__typename, 'PasskeyRegistered');
    assert.equal((await mutate(helper.browser, 'resetPasskeys', user.id)).__typename, 'PasskeysRemoved');
    assert.equal(await browser.refused(), 'UNAUTHENTICATED');
    assert.equal((await signIn(new Browser(stack.api.url))).__typename, 'SignedIn');
  });

  it('complete no sign-in whose password was changed meanwhile', async () => {
    await register();
    const challenge = await challenged();
    const changed = await mutate(browser, 'changePassword', { current: PASSWORD, new: 'seven quiet violins' });
    assert.equal(changed.__typename, 'PasswordChanged');
    assert.equal(await completed(challenge), 'PasskeyRefused');
  });
});

const isText = (value: unknown): value is string => typeof value === 'string';

const INPUTS: Readonly<Record<string, string>> = {
  signIn: 'SignInInput',
  completeSignIn: 'PasskeyAnswerInput',
  confirmSecondFactor: 'PasskeyAnswerInput',
  beginPasskeyRegistration: 'PasskeyRegistrationInput',
  registerPasskey: 'RegisterPasskeyInput',
  changePassword: 'ChangePasswordInput',
};

const CHALLENGE = '... on SecondFactorRequired { challengeId options }';
const MEMBERS: Readonly<Record<string, string>> = {
  signIn: CHALLENGE,
  completeSignIn: '... on SignedIn { accessToken }',
  confirmSecondFactor: '',
  beginPasskeyRegistration: `... on PasskeyRegistration { challengeId options } ${CHALLENGE}`,
  registerPasskey: '... on PasskeyRegistered { sessionsEnded }',
  removePasskey: CHALLENGE,
  resetPasskeys: CHALLENGE,
  changePassword: '',
};
