import { randomUUID } from 'node:crypto';
import { ApiClient } from '../../../scripts/client/api-client.js';
import { LIMITS } from '../../../src/platform/graphql/limits.js';
import { type AttackGroup, judge } from '../attack.js';
import { Canary } from '../canary.js';
import { lineWith } from '../log.js';
import { type Target } from '../target.js';

const STRANGER = 'https://evil.test';

const repeated = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');

/** Answered, or refused before anything of it ran. */
const bomb =
  (document: string) =>
  async ({ admin }: Target) => {
    const { errors } = await admin.send(document);
    return judge(errors.length === 0 ? 'no error' : String(errors[0]?.extensions?.['code']), {
      stopped: /^GRAPHQL_(VALIDATION|PARSE)_FAILED$/,
      through: /^no error$/,
    });
  };

const limitRaised = (text: string, put: string) =>
  ({ kind: 'api', cuts: [{ module: 'src/platform/graphql/limits.js', find: text, put }] }) as const;

const option = (find: string, put: string) =>
  ({ kind: 'api', cuts: [{ module: 'src/platform/graphql/graphql.module.js', find, put }] }) as const;

const post = ({ url }: Target, body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

export const requests: AttackGroup = {
  title: 'documents and requests',
  settings: { SANDBOX: 'false' },
  attacks: [
    {
      name: 'A document of great depth',
      defence: 'the limit of depth',
      source: 'OWASP GraphQL, ASVS 4.3.1',
      weakening: limitRaised(`depth: ${LIMITS.depth}`, 'depth: 1000'),
      run: bomb(`${'{ ... on Query '.repeat(40)} { __typename } ${'}'.repeat(40)}`),
    },
    {
      name: 'One field under a hundred aliases',
      defence: 'the limit of aliases',
      source: 'OWASP GraphQL',
      weakening: limitRaised(`aliases: ${LIMITS.aliases}`, 'aliases: 1000'),
      run: bomb(`{ me { ${repeated(100, (index) => `a${index}: id`)} } }`),
    },
    {
      name: 'A flood of directives',
      defence: 'the limit of directives',
      source: 'OWASP GraphQL',
      weakening: limitRaised(`directives: ${LIMITS.directives}`, 'directives: 1000'),
      run: bomb(`{ me { ${repeated(100, () => 'id @skip(if: false)')} } }`),
    },
    {
      name: 'Ten long pages at once',
      defence: 'the limit of cost',
      source: 'OWASP GraphQL, ASVS 4.3.1',
      weakening: limitRaised('cost: 10_000', 'cost: 10_000_000'),
      run: bomb(
        `{ ${repeated(10, (index) => `l${index}: persons(first: 100) { nodes { id externalId displayName kind createdAt } pageInfo { hasNextPage } }`)} }`,
      ),
    },
    {
      name: 'A document of thousands of words',
      defence: 'the limit of tokens',
      source: 'OWASP GraphQL',
      weakening: limitRaised(`tokens: 1_000`, 'tokens: 1_000_000'),
      run: async (target) => {
        const query = repeated(200, (index) => `query Q${index} { me { id } }`);
        const headers = { authorization: `Bearer ${target.admin.token ?? ''}` };
        const { status } = await post(target, JSON.stringify({ query, operationName: 'Q0' }), headers);
        return judge(String(status), { stopped: /^400$/, through: /^200$/ });
      },
    },
    {
      name: 'Fragments that go round in a circle',
      defence: "the specification's rule against cycles",
      source: 'GraphQL 5.5.2.2, OWASP GraphQL',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'node_modules/graphql/validation/rules/NoFragmentCyclesRule.js',
            find: 'function NoFragmentCyclesRule(context) {',
            put: 'function NoFragmentCyclesRule(context) { return {};',
          },
        ],
      },
      run: async ({ admin }) => {
        const { errors } = await admin.send(
          '{ me { ...A } } fragment A on User { id ...B } fragment B on User { ...A }',
        );
        return judge(errors[0]?.message, {
          stopped: /^Cannot spread fragment/,
          through: /^(?!Cannot spread fragment)/,
        });
      },
    },
    {
      name: 'A thousand operations in one request (a batch)',
      defence: 'one operation for each request',
      source: 'OWASP GraphQL',
      weakening: option('allowBatchedHttpRequests: false', 'allowBatchedHttpRequests: true'),
      run: async (target) => {
        const batch = Array.from({ length: 1_000 }, () => ({ query: '{ __typename }' }));
        const { status } = await post(target, JSON.stringify(batch));
        return judge(String(status), { stopped: /^400$/, through: /^200$/ });
      },
    },
    {
      name: 'A body of some hundred kilobytes',
      defence: 'the limit of a body',
      source: 'ASVS 4.3.1, API4:2023',
      weakening: {
        kind: 'api',
        cuts: [{ module: 'src/platform/http/configure-http.js', find: '262_144', put: '50_000_000' }],
      },
      run: async (target) => {
        const { status } = await post(
          target,
          JSON.stringify({ query: '{ __typename }', extensions: { x: 'x'.repeat(400_000) } }),
        );
        return judge(String(status), { stopped: /^413$/, through: /^200$/ });
      },
    },
    {
      name: "An operation from another site's page, as a simple request",
      defence: 'a preflight for every operation',
      source: 'OWASP CSRF, GHSA-2p3c-p3qw-69r4',
      weakening: option('csrfPrevention: true', 'csrfPrevention: false'),
      run: async ({ url }) => {
        const { status } = await fetch(`${url}/graphql?query={__typename}`, { headers: { origin: STRANGER } });
        return judge(String(status), { stopped: /^400$/, through: /^200$/ });
      },
    },
    {
      name: "Reading answers from another site's page",
      defence: 'the list of origins',
      source: 'ASVS 3.4.2, CWE-942',
      weakening: { kind: 'settings', settings: { CORS_ORIGINS: STRANGER } },
      run: async (target) => {
        const { headers } = await post(target, '{"query":"{ __typename }"}', { origin: STRANGER });
        const allowed = headers.get('access-control-allow-origin');
        return { through: allowed === STRANGER, seen: allowed ?? 'no such header' };
      },
    },
    {
      name: 'Framing a page of ours (clickjacking)',
      defence: 'the content security policy',
      source: 'ASVS 3.4.6',
      weakening: {
        kind: 'api',
        cuts: [{ module: 'src/platform/http/configure-http.js', find: 'app.use(securityHeaders(env));', put: '' }],
      },
      run: async (target) => {
        const { headers } = await post(target, '{"query":"{ __typename }"}');
        const policy = headers.get('content-security-policy') ?? '';
        return { through: !policy.includes("frame-ancestors 'none'"), seen: policy };
      },
    },
    {
      name: 'Reading the schema (introspection)',
      defence: 'the setting that allows it',
      source: 'ASVS 4.3.2',
      weakening: { kind: 'settings', settings: { SANDBOX: 'true' } },
      run: bomb('{ __schema { types { name } } }'),
    },
    {
      name: 'Guessing fields by what the server suggests',
      defence: 'errors without suggestions',
      source: 'OWASP GraphQL',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/common/graphql/format-error.js',
            find: "message.replace(/ ?Did you mean .*\\?$/s, '')",
            put: 'message',
          },
          {
            module: 'src/platform/graphql/graphql.module.js',
            find: "env.NODE_ENV !== 'development'",
            put: 'false',
          },
        ],
      },
      run: async ({ admin }) => {
        const { errors } = await admin.send('{ mee { id } }');
        const text = JSON.stringify(errors);
        return { through: text.includes('Did you mean'), seen: text };
      },
    },
    {
      name: 'Learning of the inside from an error',
      defence: 'one form in which errors leave',
      source: 'ASVS 16.5.1, CWE-209',
      weakening: option('formatError: formatGraphqlError,', ''),
      run: async ({ admin, database }) => {
        await database.query('ALTER TABLE checkpoints RENAME TO moved');
        try {
          const { errors } = await admin.send('{ checkpoints { nodes { id } } }');
          const text = JSON.stringify(errors);
          return { through: /does not exist|SELECT/.test(text), seen: text };
        } finally {
          await database.query('ALTER TABLE moved RENAME TO checkpoints');
        }
      },
    },
    {
      name: 'Writing into the logs what is not so, by a header',
      defence: 'the form of a correlation id',
      source: 'CWE-117, ASVS 16.4.1',
      weakening: {
        kind: 'api',
        cuts: [{ module: 'src/common/context/request-context.js', find: '/^[\\w.-]{8,64}$/', put: '/^[^]{8,512}$/' }],
      },
      run: async (target) => {
        const forged = `forged-${randomUUID()} level=fatal {"msg":"all is lost"}`;
        await post(target, '{"query":"{ me { id } }"}', { 'x-correlation-id': forged });
        const line = await lineWith(target.api, forged.slice(0, 43));
        return { through: line !== undefined, seen: line ?? 'not in the log' };
      },
    },
    {
      name: 'Addresses and paths in every text that is asked for (SSRF, traversal)',
      defence: 'that no text is ever fetched or opened',
      source: 'OWASP SSRF, ASVS 1.3.6',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/enrolment/credentials/credential-tokens.js',
            find: 'const verified = await',
            put: 'await fetch(token).catch(() => undefined); const verified = await',
          },
        ],
      },
      run: async ({ url, admin, desk }) => {
        await using canary = await Canary.start();
        const texts = [canary.url, 'file:///etc/passwd', '../../../../etc/passwd'];
        const answers: string[] = [];
        const checkpointId = await desk.checkpoint();
        for (const text of texts) {
          const key = randomUUID();
          const person = { externalId: text, displayName: text, kind: 'STAFF', idempotencyKey: key };
          const calls: [string, object][] = [
            [
              'mutation ($input: OpenValidationInput!) { openValidation(input: $input) { __typename } }',
              { checkpointId, credential: text, idempotencyKey: key },
            ],
            ['mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename } }', person],
            [
              'mutation ($input: CreateCheckpointInput!) { createCheckpoint(input: $input) { __typename } }',
              { name: text, idempotencyKey: key },
            ],
          ];
          for (const [query, input] of calls) answers.push(JSON.stringify(await admin.send(query, { input })));
          answers.push(JSON.stringify(await new ApiClient(url, text).send('{ me { id } }')));
        }
        const through = canary.visits > 0 || answers.some((answer) => answer.includes('root:'));
        return { through, seen: `${canary.visits} visits` };
      },
    },
  ],
};
