import { randomInt, randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Redis } from 'ioredis';
import { ApiClient } from '../../scripts/client/api-client.js';
import { backends } from '../support/backends.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { startApi, startStack, type RunningProcess, type Stack } from '../support/stack.js';

interface SignIn {
  readonly __typename: string;
  readonly retryAfterSeconds?: number;
}

const WRONG = 'a wrong password';
/** Without digits and the letters to f: no part of an address that is made of a UUID is in it, which would be refused. */
const newPassword = () => Array.from({ length: 20 }, () => 'ghijklmnopqrstuvwxyz'[randomInt(20)]).join('');
const FIELDS = '__typename ... on SignInThrottled { retryAfterSeconds } ... on InvalidCredentials { message }';

for (const { name, redisUrl, skip } of backends) {
  describe(`throttling of sign-ins, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let stack: Stack;
    let api: RunningProcess;
    let admin: ApiClient;
    let addresses = 0;

    before(async () => {
      database = await createDatabase();
      stack = await startStack({ databaseUrl: database.url, redisUrl, settings: { TRUST_PROXY: '1' } });
      api = stack.api;
      admin = await ApiClient.signIn(stack.api.url, stack.admin);
    });
    after(async () => {
      await stack.stop();
      await database.drop();
    });

    const newAddress = () => `203.0.${Math.floor(addresses / 250)}.${(addresses++ % 250) + 1}`;
    const newUser = async () => {
      const user = { email: `user-${randomUUID()}@school.test`, password: newPassword() };
      const input = { ...user, displayName: 'X', roles: ['SRE'], idempotencyKey: randomUUID() };
      const { createUser } = await admin.ask<{ createUser: { __typename: string } }>(
        'mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename } }',
        { input },
      );
      assert.equal(createUser.__typename, 'UserCreated');
      return user;
    };
    /** As many tries in one request as are asked for, from one address. */
    const tryAll = async (email: string, passwords: readonly string[], address: string): Promise<SignIn[]> => {
      const tries = passwords.map(
        (password, index) => `t${index}: signIn(input: { email: "${email}", password: "${password}" }) { ${FIELDS} }`,
      );
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ query: `mutation { ${tries.join(' ')} }` }),
      });
      const { data } = (await response.json()) as { data: Record<string, SignIn> };
      return Object.values(data);
    };
    const signIn = async (email: string, password: string, address: string): Promise<SignIn> =>
      (await tryAll(email, [password], address))[0]!;
    const kinds = (answers: readonly SignIn[]) => answers.map(({ __typename }) => __typename);
    const fail = async (email: string, count: number, address: string): Promise<SignIn[]> => {
      const answers: SignIn[] = [];
      for (let index = 0; index < count; index++) answers.push(await signIn(email, WRONG, address));
      return answers;
    };
    const five = Array.from({ length: 5 }, () => 'InvalidCredentials');

    it('starts after five failures, and is the same whether or not there is such an account', async () => {
      const user = await newUser();
      const answers = [];
      for (const email of [user.email, `nobody-${randomUUID()}@school.test`]) {
        const address = newAddress();
        const tries = [...(await fail(email, 6, address)), await signIn(email, user.password, address)];
        assert.deepEqual(kinds(tries), [...five, 'SignInThrottled', 'SignInThrottled']);
        const { retryAfterSeconds = 0 } = tries[5]!;
        assert.ok(retryAfterSeconds > 25 && retryAfterSeconds <= 30, String(retryAfterSeconds));
        answers.push(tries.map((answer) => JSON.stringify({ ...answer, retryAfterSeconds: undefined })));
      }
      assert.deepEqual(answers[0], answers[1]);
      assert.equal((await signIn(user.email, user.password, newAddress())).__typename, 'SignedIn');
    });

    it('is not got round by aliases and requests at the same time', async () => {
      const [{ email }, address] = [await newUser(), newAddress()];
      const guesses = Array.from({ length: 10 }, (_, index) => `guess number ${index}`);
      const answers = await Promise.all(Array.from({ length: 10 }, () => tryAll(email, guesses, address)));
      const looked = kinds(answers.flat()).filter((kind) => kind === 'InvalidCredentials');
      assert.equal(answers.flat().length, 100);
      assert.equal(looked.length, 5);
    });

    it('starts anew after a success', async () => {
      const [{ email, password }, address] = [await newUser(), newAddress()];
      for (let round = 0; round < 2; round++) {
        await fail(email, 4, address);
        assert.equal((await signIn(email, password, address)).__typename, 'SignedIn');
      }
    });

    it('slows an account down whoever fails at it, but never where its user has signed in before', async () => {
      const [{ email, password }, home] = [await newUser(), newAddress()];
      assert.equal((await signIn(email, password, home)).__typename, 'SignedIn');
      for (let index = 0; index < 20; index++) await fail(email, 1, newAddress());
      const stranger = await signIn(email, WRONG, newAddress());
      assert.equal(stranger.__typename, 'SignInThrottled');
      assert.ok((stranger.retryAfterSeconds ?? 99) <= 60, 'nobody is locked out for good');
      assert.equal((await signIn(email, password, home)).__typename, 'SignedIn');
    });

    it('slows an address down that fails at many accounts, but not who has signed in there before', async () => {
      const [user, address] = [await newUser(), newAddress()];
      await signIn(user.email, user.password, address);
      const waves = Array.from({ length: 10 }, (_, wave) => wave);
      for (const _ of waves) {
        await Promise.all(waves.slice(0, 5).map(() => fail(`${randomUUID()}@school.test`, 1, address)));
      }
      const next = await newUser();
      assert.equal((await signIn(next.email, next.password, address)).__typename, 'SignInThrottled');
      assert.equal((await signIn(user.email, user.password, address)).__typename, 'SignedIn');
      assert.equal((await signIn(next.email, next.password, newAddress())).__typename, 'SignedIn');
    });

    it('survives a restart, and keeps no e-mail address or client address in clear', async () => {
      const [{ email, password }, address] = [await newUser(), newAddress()];
      await fail(email, 5, address);
      const kept = redisUrl === undefined ? await rowsOf(database) : await keysOf(redisUrl, stack);
      assert.ok(kept.length > 5);
      for (const secret of [email, address])
        assert.equal(
          kept.some((key) => key.includes(secret)),
          false,
          secret,
        );
      api.kill('SIGTERM');
      await api.ended;
      // Only the API, because the wait is of 30 s.
      api = await startApi(stack.environment);
      const answer = await signIn(email, password, address);
      api.kill('SIGTERM');
      assert.equal(answer.__typename, 'SignInThrottled');
      await api.ended;
    });
  });
}

const rowsOf = async (database: TestDatabase): Promise<string[]> =>
  (await database.query<{ key: string }>('SELECT key FROM throttle_counters')).map(({ key }) => key);

async function keysOf(url: string, { environment }: Stack): Promise<string[]> {
  const redis = new Redis(url);
  const keys = await redis.keys(`${environment['QUEUE_PREFIX'] ?? ''}:throttle:*`);
  await redis.quit();
  return keys;
}
