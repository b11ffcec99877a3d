import { randomBytes, randomUUID } from 'node:crypto';
import { ApiClient } from '../../../scripts/client/api-client.js';
import { Browser } from '../../support/browser.js';
import { type AttackGroup, judge, type Outcome } from '../attack.js';
import { type Target } from '../target.js';

const WRONG = 'not the password at all';

const throttleOff = {
  module: 'src/modules/auth/sign-in-throttle.js',
  find: 'async begin(email, address) {',
  put: 'async begin(email, address) { return this.tryOf(email, clientOf(address ?? ""));',
};

/** Never used before: counts of one test must not meet those of another. */
let addresses = 0;
const newAddress = (): string => `203.0.113.${++addresses}`;

interface SignInAnswer {
  readonly __typename: string;
  readonly message?: string;
}

/** Signs in as a client that its proxy says to come from `address`. */
async function signIn(target: Target, email: string, password: string, address: string): Promise<SignInAnswer> {
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) {
    __typename ... on InvalidCredentials { message } } }`;
  const response = await fetch(`${target.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ query, variables: { input: { email, password } } }),
  });
  return ((await response.json()) as { data: { signIn: SignInAnswer } }).data.signIn;
}

async function many(count: number, one: () => Promise<SignInAnswer>): Promise<string[]> {
  const kinds: string[] = [];
  for (let index = 0; index < count; index++) kinds.push((await one()).__typename);
  return kinds;
}

const looked = (kinds: readonly string[]): number => kinds.filter((kind) => kind === 'InvalidCredentials').length;

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function browserOf(target: Target, role = 'SRE'): Promise<Browser> {
  const browser = new Browser(target.url);
  await browser.signIn(await target.newUser(role));
  return browser;
}

const useOf = async (browser: Browser): Promise<Outcome> =>
  judge((await browser.refused()) as string | undefined, { stopped: /^UNAUTHENTICATED$/, through: /^no error$/ });

export const signIns: AttackGroup = {
  title: 'sign-in and sessions',
  settings: { TRUST_PROXY: '1' },
  attacks: [
    {
      name: 'Guessing a password again and again',
      defence: 'waits that grow after five failures',
      source: 'NIST SP 800-63B 3.2.2, ASVS 6.3.1',
      weakening: { kind: 'api', cuts: [throttleOff] },
      run: async (target) => {
        const [{ email }, address] = [await target.newUser('SRE'), newAddress()];
        const kinds = await many(8, () => signIn(target, email, WRONG, address));
        return { through: looked(kinds) > 5, seen: kinds.join() };
      },
    },
    {
      name: 'Guessing ten passwords in one document, under aliases',
      defence: 'a count of tries and not of requests',
      source: 'OWASP GraphQL, API4:2023',
      weakening: { kind: 'api', cuts: [throttleOff] },
      run: async (target) => {
        const { email } = await target.newUser('SRE');
        const fields = Array.from(
          { length: 10 },
          (_, index) => `s${index}: signIn(input: { email: "${email}", password: "guess ${index}" }) { __typename }`,
        );
        const answer = await new ApiClient(target.url).ask<Record<string, SignInAnswer>>(
          `mutation { ${fields.join(' ')} }`,
        );
        const kinds = Object.values(answer).map(({ __typename }) => __typename);
        return { through: looked(kinds) > 5, seen: kinds.join() };
      },
    },
    {
      name: 'Guessing the password of a session that was stolen, to change it',
      defence: 'waits that grow after five failures, here too',
      source: 'ASVS 6.3.1, 7.5.1',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/password-check.js',
            find: 'if (wait > 0)',
            put: 'if (false)',
          },
        ],
      },
      run: async (target) => {
        const client = await target.signedIn('SRE');
        const kinds = await many(8, async () => {
          const { changePassword } = await client.ask<{ changePassword: SignInAnswer }>(
            'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }',
            { input: { current: WRONG, new: 'another dishwasher monkey' } },
          );
          return changePassword;
        });
        return { through: looked(kinds) > 5, seen: kinds.join() };
      },
    },
    {
      name: 'Pretending another address with each guess (`X-Forwarded-For`)',
      defence: 'trust in as many proxies as there are',
      source: 'CWE-348',
      weakening: { kind: 'settings', settings: { TRUST_PROXY: '2' } },
      run: async (target) => {
        const [{ email }, real] = [await target.newUser('SRE'), newAddress()];
        const kinds = await many(8, () => signIn(target, email, WRONG, `${newAddress()}, ${real}`));
        return { through: looked(kinds) > 5, seen: kinds.join() };
      },
    },
    {
      name: 'Keeping a user out by failing in their name from elsewhere',
      defence: 'counting by address where the user is known',
      source: 'OWASP Authentication (account lockout), CWE-645',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/sign-in-throttle.js',
            find: 'return known ? [own] :',
            put: 'return false ? [own] :',
          },
        ],
      },
      run: async (target) => {
        const [{ email, password }, home] = [await target.newUser('SRE'), newAddress()];
        await signIn(target, email, password, home);
        await many(22, () => signIn(target, email, WRONG, newAddress()));
        return judge((await signIn(target, email, password, home)).__typename, {
          stopped: /^SignedIn$/,
          through: /^SignInThrottled$/,
        });
      },
    },
    {
      name: 'Asking which accounts exist by the answer',
      defence: 'one answer for all refusals',
      source: 'ASVS 6.3.8, CWE-204',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/auth.service.js',
            find: "return this.refuse(null, 'UNKNOWN_ACCOUNT');",
            put: "return Object.assign(await this.refuse(null, 'UNKNOWN_ACCOUNT'), { message: 'No such account.' });",
          },
        ],
      },
      run: async (target) => {
        const { email } = await target.newUser('SRE');
        const known = await signIn(target, email, WRONG, newAddress());
        const unknown = await signIn(target, `${randomUUID()}@school.test`, WRONG, newAddress());
        const seen = JSON.stringify([known, unknown]);
        return { through: JSON.stringify(known) !== JSON.stringify(unknown), seen };
      },
    },
    {
      name: 'Asking which accounts exist by the time that the answer takes',
      defence: 'a password hash for nobody too',
      source: 'ASVS 6.3.8, CWE-208',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/passwords.js',
            find: 'await verifyPassword(await decoy, password);',
            put: '',
          },
        ],
      },
      run: async (target) => {
        const { email } = await target.newUser('SRE');
        const [known, unknown]: [number[], number[]] = [[], []];
        for (let round = 0; round < 9; round++) {
          known.push(await milliseconds(() => signIn(target, email, WRONG, newAddress())));
          const nobody = `${randomUUID()}@school.test`;
          unknown.push(await milliseconds(() => signIn(target, nobody, WRONG, newAddress())));
        }
        const ratio = median(known) / median(unknown);
        return { through: ratio > 2 || ratio < 0.5, seen: `known takes ${ratio.toFixed(2)} times as long` };
      },
    },
    {
      name: 'Choosing a password that everybody tries first',
      defence: 'the strength rule',
      source: 'NIST SP 800-63B 3.1.1.2, ASVS 6.2.4',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/auth.service.js',
            find: 'const weaknesses = weaknessesOf(password, input);',
            put: 'const weaknesses = [];',
          },
        ],
      },
      run: async ({ admin }) => {
        const { createUser } = await admin.ask<{ createUser: { __typename: string } }>(
          'mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename } }',
          {
            input: {
              email: `${randomUUID()}@school.test`,
              displayName: 'Somebody',
              password: 'password1234',
              roles: ['SRE'],
              idempotencyKey: randomUUID(),
            },
          },
        );
        return judge(createUser.__typename, { stopped: /^PasswordTooWeak$/, through: /^UserCreated$/ });
      },
    },
    {
      name: 'Signing in with the password alone where there is a passkey',
      defence: 'the second factor',
      source: 'NIST SP 800-63B AAL2, ASVS 6.3.3',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/passkeys/passkeys.service.js',
            find: 'if (known.length === 0)\n            return undefined;\n        const ceremony',
            put: 'return undefined;\n        const ceremony',
          },
        ],
      },
      run: async (target) => {
        const { id, email, password } = await target.newUser('ADMIN');
        const key = randomBytes(32);
        await target.database.query(
          `INSERT INTO passkeys (id, user_id, credential_id, public_key, counter, transports, name)
           VALUES ($1, $2, $3, $4, 0, '{internal}', 'a key')`,
          [randomUUID(), id, key.toString('base64url'), key],
        );
        return judge((await signIn(target, email, password, newAddress())).__typename, {
          stopped: /^SecondFactorRequired$/,
          through: /^SignedIn$/,
        });
      },
    },
    {
      name: 'Using an access token after its session was ended',
      defence: 'a look at the session with each request',
      source: 'ASVS 7.4.1',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/users.repository.js',
            find: ' AND sessions.ended_at IS NULL AND sessions.good_until > now()',
            put: '',
          },
        ],
      },
      run: async (target) => {
        const browser = await browserOf(target);
        await browser.send('mutation { signOut { sessions } }');
        return useOf(browser);
      },
    },
    {
      name: 'Going on after having been disabled',
      defence: 'the end of all sessions and a look at the user with each request',
      source: 'ASVS 7.4.2',
      weakening: {
        kind: 'api',
        cuts: [
          { module: 'src/modules/auth/users.repository.js', find: ' AND users.disabled_at IS NULL', put: '' },
          {
            module: 'src/modules/auth/auth.service.js',
            find: "await this.sessionRows.endAll(id, 'USER_DISABLED');",
            put: ';',
          },
        ],
      },
      run: async (target) => {
        const user = await target.newUser('SRE');
        const browser = new Browser(target.url);
        await browser.signIn(user);
        await target.admin.ask('mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { id } }', {
          id: user.id,
        });
        return useOf(browser);
      },
    },
    {
      name: 'Using a stolen refresh token beside its owner',
      defence: 'rotation with reuse detection',
      source: 'RFC 9700 4.14.2',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/sessions/refresh-verdict.js',
            find: "return successorOpens ? 'REPEAT' : 'REUSED';",
            put: "return 'REPEAT';",
          },
        ],
      },
      run: async (target) => {
        const browser = await browserOf(target);
        const thief = browser.thief();
        await browser.refresh();
        await target.database.query(`UPDATE refresh_tokens SET replaced_at = replaced_at - interval '1 minute'`);
        return judge(await thief.refresh(), { stopped: /^SessionOver$/, through: /^SignedIn$/ });
      },
    },
    {
      name: "Refreshing a visitor's session from another site's page",
      defence: 'a header that only our own pages can send',
      source: 'OWASP CSRF, ASVS 3.5.1',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/sessions/sessions.service.js',
            find: 'requireOwnPage(request.headers);',
            put: '',
          },
        ],
      },
      run: async (target) => {
        const browser = await browserOf(target);
        const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
        return judge(await browser.refresh(headers), { stopped: /^FORBIDDEN$/, through: /^SignedIn$/ });
      },
    },
  ],
};
