import { randomUUID } from 'node:crypto';
import { ApiError } from '../../../scripts/client/api-client.js';
import { Holder } from '../../../scripts/client/holder.js';
import { mayHolderDo } from '../../../src/modules/auth/permissions.js';
import { type AttackGroup, judge, type Outcome } from '../attack.js';
import { guardOpen, notRefused, outcome } from '../every-operation.js';
import { keyOf, resigned } from '../resigned.js';
import { type Target } from '../target.js';

const PIN = '493817';
const WRONG = '718394';
const REPLAYS = 1_000;

/** An enrolled person on their own page. */
async function enrolledHolder({ url, desk, faces }: Target) {
  const { personId, card } = await desk.enrol(faces.genuine);
  const holder = await Holder.open(url, await desk.invite(personId));
  return { personId, card, holder };
}

/** Shows a QR with a nonce of its own. @returns the reason, or `ValidationOpened` */
async function show({ desk }: Target, checkpointId: string, qr: string, nonce?: string): Promise<string> {
  const turn = nonce ?? (await desk.turn(checkpointId));
  try {
    const { __typename, attempt } = await desk.open(checkpointId, qr, randomUUID(), { nonce: turn });
    return attempt.reason ?? __typename;
  } catch (error) {
    // "Try again later", as it is said to too many at once; who hears it is not let in.
    if (error instanceof ApiError && error.code === 'UNAVAILABLE') return error.code;
    throw error;
  }
}

const opened = (seen: string, stopped: RegExp): Outcome => judge(seen, { stopped, through: /^ValidationOpened$/ });

export const holders: AttackGroup = {
  title: 'passes, PINs and the page of a person',
  settings: { VALIDATIONS_PER_MINUTE: '100000', PASS_SECONDS: '60' },
  attacks: [
    {
      name: `Showing one pass ${REPLAYS} times at once`,
      defence: 'a primary key that takes each showing once',
      source: 'RFC 7519 4.1.7 (jti)',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/validation/attempts/admission.service.js',
            find: 'if (pass !== undefined && !(await this.credentials.usePass(pass)))',
            put: 'if (false)',
          },
        ],
      },
      run: async (target) => {
        const { holder } = await enrolledHolder(target);
        const checkpointId = await target.desk.checkpoint();
        const nonces: string[] = [];
        for (let made = 0; made < REPLAYS; made += 50)
          nonces.push(...(await Promise.all(Array.from({ length: 50 }, () => target.desk.turn(checkpointId)))));
        const pass = await holder.pass();
        const seen = await Promise.all(nonces.map((nonce) => show(target, checkpointId, pass, nonce)));
        const winners = seen.filter((answer) => answer === 'ValidationOpened').length;
        if (winners === 0) throw new Error(`Nobody got in: ${[...new Set(seen)].join()}`);
        return { through: winners > 1, seen: `${winners} got in` };
      },
    },
    {
      name: 'Showing a screenshot of a pass, later',
      defence: 'seconds of life',
      source: 'RFC 9901 (key binding)',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/enrolment/credentials/pass-admission.js',
            find: 'if (claims.expiresAt <= now)',
            put: 'if (false)',
          },
        ],
      },
      run: async (target) => {
        const { holder } = await enrolledHolder(target);
        const now = Math.floor(Date.now() / 1_000);
        // As it was drawn two minutes ago.
        const old = { iat: now - 120, exp: now - 60, jti: randomUUID() };
        const screenshot = await resigned(await holder.pass(), keyOf(target, 'CREDENTIAL_KEY'), old);
        return opened(await show(target, await target.desk.checkpoint(), screenshot), /^PASS_EXPIRED$/);
      },
    },
    {
      name: 'Sending a pass to a friend at a door, who shows it without a nonce of that door',
      defence: 'a nonce for each pass',
      source: 'RFC 9901 (key binding)',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/validation/turns/turn-verdict.js',
            find: '[CredentialKind.PASS]: true,',
            put: '[CredentialKind.PASS]: false,',
          },
        ],
      },
      run: async (target) => {
        const { holder } = await enrolledHolder(target);
        const { __typename, attempt } = await target.desk.open(await target.desk.checkpoint(), await holder.pass());
        return opened(attempt.reason ?? __typename, /^TURN_REQUIRED$/);
      },
    },
    {
      name: 'Showing a pass whose phone was reported lost',
      defence: 'a look at its row with each use',
      source: 'CWE-613',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/enrolment/credentials/pass-admission.js',
            find: 'if (row.revokedAt !== null)',
            put: 'if (false)',
          },
        ],
      },
      run: async (target) => {
        const { holder, personId } = await enrolledHolder(target);
        const pass = await holder.pass();
        const [row] = await target.database.query<{ id: string }>(
          `SELECT id FROM credentials WHERE person_id = $1 AND kind = 'PASS' AND revoked_at IS NULL`,
          [personId],
        );
        await target.desk.revoke(row?.id ?? '');
        return opened(await show(target, await target.desk.checkpoint(), pass), /^CREDENTIAL_REVOKED$/);
      },
    },
    {
      name: "Following a person's link after they have used it",
      defence: 'invitations that their first use deletes',
      source: 'ASVS 6.6.2, NIST SP 800-63B 3.1.3',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/enrolment/holders/holder-invitations.repository.js',
            find: 'DELETE FROM holder_invitations WHERE code_hash = $1 AND expires_at > now() RETURNING person_id',
            put: 'SELECT person_id FROM holder_invitations WHERE code_hash = $1 AND expires_at > now()',
          },
        ],
      },
      run: async ({ url, desk }) => {
        const code = await desk.invite(await desk.register());
        await Holder.open(url, code);
        const second = await Holder.open(url, code).then(
          () => 'opened',
          () => 'refused',
        );
        return judge(second, { stopped: /^refused$/, through: /^opened$/ });
      },
    },
    {
      name: 'Calling, from the page of a person, every operation that is for others',
      defence: 'a permission for each operation',
      source: 'OWASP API5:2023, ASVS 8.2.1',
      weakening: { kind: 'api', cuts: [guardOpen] },
      run: async (target) => {
        const { holder } = await enrolledHolder(target);
        return outcome(
          await notRefused(
            holder.client,
            ({ permission }) => permission !== undefined && !mayHolderDo(permission),
            'FORBIDDEN',
          ),
        );
      },
    },
    {
      name: 'Guessing the PIN of a card that was found',
      defence: 'waits after five PINs that were wrong',
      source: 'NIST SP 800-63B 3.2.2',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/enrolment/pins/pins.service.js',
            find: 'if (isPinLocked(await this.pins.failuresOf(personId, place)))',
            put: 'if (false)',
          },
        ],
      },
      run: async (target) => {
        const { desk } = target;
        const { personId, card } = await desk.enrol(target.faces.genuine);
        await desk.setPin(personId, PIN);
        const checkpointId = await desk.checkpoint('FACE_AND_PIN');
        const guesses = await Promise.all(
          Array.from({ length: 8 }, (_, guess) =>
            desk.open(checkpointId, card, randomUUID(), { pin: `81726${guess}` }),
          ),
        );
        const looked = guesses.filter(({ attempt }) => attempt.reason === 'PIN_WRONG').length;
        return { through: looked > 5, seen: `${looked} were looked at` };
      },
    },
    {
      name: 'Keeping a person out by typing wrong PINs at an unattended door',
      defence: 'a count for each kind of place',
      source: 'CWE-645, ASVS 6.3.1',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/enrolment/pins/pins.service.js',
            find: 'this.pins.failuresOf(personId, place)',
            put: "this.pins.failuresOf(personId, 'CHECKPOINT')",
          },
        ],
      },
      run: async ({ desk, faces }) => {
        const { personId, card } = await desk.enrol(faces.genuine);
        await desk.setPin(personId, PIN);
        const checkpointId = await desk.checkpoint('FACE_AND_PIN');
        for (let tries = 0; tries < 6; tries++) await desk.open(checkpointId, card, randomUUID(), { pin: WRONG });
        const { state, reason } = await desk.validateWithoutFace({ checkpointId, credential: card, pin: PIN });
        return judge(`${state} ${reason ?? ''}`, { stopped: /^ACCEPTED/, through: /PIN_LOCKED$/ });
      },
    },
    {
      name: 'Keeping a person out by showing another face with their card',
      defence: 'a way without a face that no lock of faces closes',
      source: 'CWE-645, GDPR 9, PoFA 2012 s.26',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/validation/attempts/without-face.service.js',
            find: 'await this.admission.ofCredential(input.credential)',
            put: 'await this.admission.of(input.credential)',
          },
        ],
      },
      run: async ({ desk, faces }) => {
        const { personId, card } = await desk.enrol(faces.genuine);
        await desk.setPin(personId, PIN);
        const checkpointId = await desk.checkpoint();
        for (let tries = 0; tries < 5; tries++) await desk.validate(checkpointId, card, [faces.other]);
        const { state, reason } = await desk.validateWithoutFace({ checkpointId, credential: card, pin: PIN });
        return judge(`${state} ${reason ?? ''}`, { stopped: /^ACCEPTED/, through: /TOO_MANY_FAILURES$/ });
      },
    },
  ],
};
