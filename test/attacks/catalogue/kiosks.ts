import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kiosk } from '../../../scripts/client/kiosk.js';
import { DeviceRole, mayDo } from '../../../src/modules/auth/permissions.js';
import { followAttempt } from '../../support/followed.js';
import { type AttackGroup, judge, type Outcome } from '../attack.js';
import { guardOpen, notRefused, outcome } from '../every-operation.js';
import { type Target } from '../target.js';

const NO_QR = 'no QR of ours';

async function pairedKiosk({ url, desk }: Target): Promise<Kiosk> {
  return Kiosk.pair(url, await desk.pairingCode(await desk.checkpoint()));
}

/** Whoever sees an accepted validation sees the person, and so comes upon their consents. */
async function guardianSeen(target: Target, who: 'kiosk' | 'OPERATOR'): Promise<Outcome> {
  const { url, desk, faces } = target;
  const guardian = { name: 'Hermenegilda Quesada', relation: 'MOTHER' };
  const { card } = await desk.enrol(faces.genuine, undefined, { needsGuardian: true, guardian, reference: 'C-77' });
  const kiosk = await Kiosk.pair(url, await desk.pairingCode(await desk.checkpoint()));
  const { id, state } = await kiosk.validate(card, [faces.probe]);
  if (state !== 'ACCEPTED') throw new Error(`The validation ended ${state}.`);
  const client = await (who === 'kiosk' ? kiosk.client() : target.signedIn(who));
  const answer = await client.send(
    `query ($id: ID!) { validation(id: $id) { result { ... on ValidationAccepted {
      person { displayName consentHistory { givenBy evidence { guardianName } } } } } } }`,
    { id },
  );
  return judge(JSON.stringify(answer), { stopped: /"evidence":null/, through: new RegExp(guardian.name) });
}

export const kiosks: AttackGroup = {
  title: 'kiosks',
  settings: { VALIDATIONS_PER_MINUTE: '100000' },
  attacks: [
    {
      name: 'Pairing a second device with the code that somebody else has typed',
      defence: 'a code that its first use deletes',
      source: 'RFC 8628 5.1',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/devices/devices.repository.js',
            find: 'DELETE FROM device_pairings WHERE code_index = $1 AND expires_at > now()',
            put: 'UPDATE device_pairings SET id = gen_random_uuid() WHERE code_index = $1 AND expires_at > now()',
          },
        ],
      },
      run: async ({ url, desk }) => {
        const code = await desk.pairingCode(await desk.checkpoint());
        await Kiosk.pair(url, code);
        const { __typename } = await Kiosk.tryCode(url, code, await Kiosk.makeKey());
        return judge(__typename, { stopped: /^PairingRefused$/, through: /^DevicePaired$/ });
      },
    },
    {
      name: 'Showing an assertion of a device again, as somebody who has seen it',
      defence: 'assertions that are taken once',
      source: 'RFC 7523 3, RFC 9700',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/devices/device-sign-in.service.js',
            find: 'if (!(await this.devices.useAssertion(id, verdict.jti, verdict.goodUntil)))',
            put: 'if (false)',
          },
        ],
      },
      run: async (target) => {
        const kiosk = await pairedKiosk(target);
        const assertion = await kiosk.assertion();
        await kiosk.show(assertion);
        return judge(await kiosk.show(assertion), { stopped: /^REPLAYED$/, through: /^DeviceToken$/ });
      },
    },
    {
      name: 'Showing an assertion that a device signed for somebody else',
      defence: 'the audience of an assertion',
      source: 'RFC 7523 3',
      weakening: {
        kind: 'api',
        cuts: [{ module: 'src/modules/auth/devices/device-assertions.js', find: 'audience: this.audience,', put: '' }],
      },
      run: async (target) => {
        const kiosk = await pairedKiosk(target);
        const answer = await kiosk.show(await kiosk.assertion({ audience: 'https://elsewhere.test' }));
        return judge(answer, { stopped: /^INVALID$/, through: /^DeviceToken$/ });
      },
    },
    ...(['kiosk', 'OPERATOR'] as const).map((who) => ({
      name: `Reading who signed for a pupil, as ${who}, by way of the validation that let them in`,
      defence: 'a look at who asks, before it is opened',
      source: 'OWASP API3:2023 (BOPLA), ASVS 8.2.3',
      weakening: {
        kind: 'api' as const,
        cuts: [
          {
            module: 'src/modules/enrolment/consents/consents.service.js',
            find: 'isTheirs || mayAct(actor, Permission.PersonRead)',
            put: 'true',
          },
        ],
      },
      run: async (target: Target) => guardianSeen(target, who),
    })),
    {
      name: 'Calling, as a kiosk, every operation that is for others',
      defence: 'a permission for each operation',
      source: 'OWASP API5:2023, ASVS 8.2.1',
      weakening: { kind: 'api', cuts: [guardOpen] },
      run: async (target) => {
        const client = await (await pairedKiosk(target)).client();
        return outcome(
          await notRefused(
            client,
            ({ permission }) => permission !== undefined && !mayDo([DeviceRole.KIOSK], permission),
            'FORBIDDEN',
          ),
        );
      },
    },
    {
      name: 'Using a kiosk of one door at another',
      defence: 'tokens bound to their checkpoint',
      source: 'OWASP API1:2023 (BOLA)',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/validation/checkpoints/reach.js',
            find: 'return own === undefined || own === checkpointId;',
            put: 'return true;',
          },
        ],
      },
      run: async (target) => {
        const client = await (await pairedKiosk(target)).client();
        const code = await client.errorCode(
          'mutation ($checkpointId: ID!) { openTurn(checkpointId: $checkpointId) { __typename } }',
          { checkpointId: await target.desk.checkpoint() },
        );
        return judge(code as string | undefined, { stopped: /^FORBIDDEN$/, through: /^no error$/ });
      },
    },
    {
      name: 'Reading, with a kiosk, what others have validated',
      defence: 'a look at who opened it',
      source: 'OWASP API1:2023 (BOLA)',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/validation/checkpoints/reach.js',
            find: '(actor, { checkpointId, openedBy }) => confinedTo(actor) === undefined',
            put: '(actor, { checkpointId, openedBy }) => true',
          },
        ],
      },
      run: async (target) => {
        const kiosk = await pairedKiosk(target);
        const { attempt } = await target.desk.open(kiosk.checkpointId, NO_QR);
        const client = await kiosk.client();
        const code = await client.errorCode(`{ validation(id: "${attempt.id}") { state } }`);
        return judge(code as string | undefined, { stopped: /^NOT_FOUND$/, through: /^no error$/ });
      },
    },
    {
      name: 'Going on with a kiosk that was revoked',
      defence: 'a look at the device with each request',
      source: 'ASVS 7.4.2',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/devices/devices.repository.js',
            find: 'first(DeviceRow, { id, revokedAt: null })',
            put: 'first(DeviceRow, { id })',
          },
        ],
      },
      run: async (target) => {
        const kiosk = await pairedKiosk(target);
        const client = await kiosk.client();
        await target.desk.revokeDevice(kiosk.deviceId);
        const code = await client.errorCode(`{ checkpoint(id: "${kiosk.checkpointId}") { name } }`);
        return judge(code as string | undefined, { stopped: /^UNAUTHENTICATED$/, through: /^no error$/ });
      },
    },
    {
      name: 'Listening on with a kiosk that was revoked',
      defence: 'the end of its subscriptions within a second',
      source: 'ASVS 7.4.2',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/auth/cut-off/cut-off.interceptor.js',
            find: 'if (user === undefined || !isSubscription(context))',
            put: 'if (true)',
          },
        ],
      },
      run: async (target) => {
        const kiosk = await pairedKiosk(target);
        const { card } = await target.desk.enrol(target.faces.genuine);
        const { attempt } = await kiosk.open(card);
        const followed = await followAttempt(await kiosk.client(), attempt.id);
        await target.desk.revokeDevice(kiosk.deviceId);
        const seen = await Promise.race([
          followed.over.then((code) => code ?? 'ended'),
          // Who is cut off is so within a second, on a busy machine later.
          sleep(5_000, 'still listening', { ref: false }),
        ]);
        return judge(seen, { stopped: /^UNAUTHENTICATED$/, through: /^still listening$/ });
      },
    },
    {
      name: 'Opening a validation without a nonce of the checkpoint, as a copied request of a kiosk',
      defence: 'a nonce for each validation of a device',
      source: 'RFC 9901 (key binding)',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/validation/turns/turn-verdict.js',
            find: "case 'device':\n        case 'holder':\n            return true;",
            put: "case 'device':\n        case 'holder':\n            return false;",
          },
        ],
      },
      run: async (target) => {
        const kiosk = await pairedKiosk(target);
        const { card } = await target.desk.enrol(target.faces.genuine);
        const { __typename, attempt } = await (await kiosk.desk()).open(kiosk.checkpointId, card);
        return judge(attempt.reason ?? __typename, { stopped: /^TURN_REQUIRED$/, through: /^ValidationOpened$/ });
      },
    },
    ...(
      [
        ['that was given for another door', 'where', 'TURN_ELSEWHERE'],
        ['that was used before', 'used', 'TURN_USED'],
        ['that is too old', 'old', 'TURN_EXPIRED'],
      ] as const
    ).map(([what, how, reason]) => ({
      name: `Opening a validation with a nonce ${what}`,
      defence: 'nonces bound to checkpoint, moment and one use',
      source: 'RFC 9901 (key binding)',
      weakening: {
        kind: 'api' as const,
        cuts: [
          {
            module: 'src/modules/validation/turns/turn-verdict.js',
            find: 'export function judgeTurn(turn, use) {',
            put: 'export function judgeTurn(turn, use) { return undefined;',
          },
          // A constraint stands behind it: one attempt for a turn.
          {
            module: 'src/modules/validation/attempts/attempts.service.js',
            find: 'turnId: turn.refusal === undefined ? turn.turnId : null,',
            put: 'turnId: null,',
          },
        ],
      },
      run: async ({ desk, database, faces }: Target) => {
        const { card } = await desk.enrol(faces.genuine);
        const [here, there] = [await desk.checkpoint(), await desk.checkpoint()];
        const nonce = await desk.turn(how === 'where' ? there : here);
        if (how === 'used') await desk.open(here, card, randomUUID(), { nonce });
        if (how === 'old') await database.query(`UPDATE checkpoint_turns SET expires_at = now() - interval '1 second'`);
        const { __typename, attempt } = await desk.open(here, card, randomUUID(), { nonce });
        return judge(attempt.reason ?? __typename, {
          stopped: new RegExp(`^${reason}$`),
          through: /^ValidationOpened$/,
        });
      },
    })),
  ],
};
