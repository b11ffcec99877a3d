import { decodeJwt } from 'jose';
import { ApiClient } from '../../../scripts/client/api-client.js';
import { mayDo, Role } from '../../../src/modules/auth/permissions.js';
import { Browser } from '../../support/browser.js';
import { type Operation } from '../../support/operations.js';
import { askOverSocket } from '../../support/socket.js';
import { type AttackGroup, judge } from '../attack.js';
import { guardOpen, notRefused, outcome } from '../every-operation.js';
import { type Target } from '../target.js';

/** Each operation, with a role that must not call it. */
const asRole = (role: Role) => async (target: Target) => {
  const client = await target.signedIn(role);
  const forbidden = ({ permission }: Operation) => permission !== undefined && !mayDo([role], permission);
  return outcome(await notRefused(client, forbidden, 'FORBIDDEN'));
};

export const access: AttackGroup = {
  title: 'what one may not do',
  attacks: [
    {
      name: 'Calling any operation without having signed in',
      defence: 'the guard before every operation',
      source: 'OWASP API5:2023, ASVS 8.3.1',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/access.guard.js',
            find: 'async canActivate(context) {',
            put: 'async canActivate(context) { return true;',
          },
        ],
      },
      run: async ({ url }) => {
        const nobody = new ApiClient(url);
        return outcome(await notRefused(nobody, ({ anyoneMay }) => !anyoneMay, 'UNAUTHENTICATED'));
      },
    },
    ...[Role.ADMIN, Role.REGISTRAR, Role.OPERATOR, Role.AUDITOR, Role.SRE].map((role) => ({
      name: `Calling, as ${role}, every operation that is for others`,
      defence: 'a permission for each operation',
      source: 'OWASP API5:2023, ASVS 8.2.1',
      weakening: { kind: 'api' as const, cuts: [guardOpen] },
      run: asRole(role),
    })),
    {
      name: "Ending somebody else's session by its id",
      defence: 'a look at whose it is, in the statement itself',
      source: 'OWASP API1:2023 (BOLA), ASVS 8.2.2',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/sessions/sessions.repository.js',
            find: 'WHERE id = $1 AND $2 IN (user_id, person_id) AND ended_at IS NULL',
            put: 'WHERE id = $1 AND $2::uuid IS NOT NULL AND ended_at IS NULL',
          },
        ],
      },
      run: async (target) => {
        const victim = new Browser(target.url);
        await victim.signIn(await target.newUser('OPERATOR'));
        const { sid } = decodeJwt<{ sid: string }>(victim.accessToken ?? '');
        const attacker = await target.signedIn('OPERATOR');
        const code = await attacker.errorCode('mutation ($id: ID!) { endSession(id: $id) { sessions } }', { id: sid });
        return judge(code as string | undefined, { stopped: /^NOT_FOUND$/, through: /^no error$/ });
      },
    },
    {
      name: 'Following a validation over a socket without the right to read it',
      defence: 'the guard before every subscription, and the look at its access while it goes on',
      source: 'OWASP GraphQL, API5:2023',
      weakening: {
        kind: 'api',
        cuts: [
          guardOpen,
          {
            module: 'src/modules/auth/cut-off/standing.js',
            find: 'if (permission !== undefined && !mayAct(now, permission))',
            put: 'if (false)',
          },
        ],
      },
      run: async (target) => {
        const { attempt } = await target.desk.open(await target.desk.checkpoint(), 'no QR of ours');
        const registrar = await target.signedIn('REGISTRAR');
        const document = 'subscription ($id: ID!) { validationChanged(id: $id) { state } }';
        const { errors, data } = await askOverSocket(registrar, document, { id: attempt.id });
        return judge(data === undefined ? String(errors[0]?.extensions?.['code']) : 'data', {
          stopped: /^FORBIDDEN$/,
          through: /^data$/,
        });
      },
    },
  ],
};
