import { randomInt } from 'node:crypto';
import sharp from 'sharp';
import { postCapture, upload } from '../../../scripts/client/upload.js';
import { type AttackGroup, judge, type Outcome } from '../attack.js';
import { lineWith } from '../log.js';
import { startWorker } from '../../support/stack.js';
import { changedModels } from '../changed-models.js';
import { keyOf, resigned } from '../resigned.js';
import { type Target } from '../target.js';
import { verifyingBy, verifyingWithout } from './cuts.js';

/** Whether a shown QR opens a validation. */
async function show({ desk }: Target, qr: string): Promise<Outcome> {
  const { __typename, attempt } = await desk.open(await desk.checkpoint(), qr);
  return judge(`${__typename} ${attempt.reason ?? ''}`, {
    stopped: /^Validation(Refused|Throttled|Locked)/,
    through: /^ValidationOpened/,
  });
}

/** An opened validation of an enrolled person, whose frames nobody looks at before `work` is done. */
async function withIdleWorker<T>(target: Target, work: (ticket: string, attemptId: string) => Promise<T>): Promise<T> {
  const { desk, faces, worker } = target;
  const { card } = await desk.enrol(faces.genuine);
  const { attempt, capture } = await desk.open(await desk.checkpoint(), card);
  worker.kill('SIGSTOP');
  try {
    return await work(capture.token, attempt.id);
  } finally {
    worker.kill('SIGCONT');
  }
}

const answered = ({ status, body }: Awaited<ReturnType<typeof upload>>): Outcome =>
  judge(`${status} ${body.code ?? ''} ${JSON.stringify(body.details ?? {})}`, { stopped: /^4/, through: /^202/ });

const inflated = (): Promise<Buffer> =>
  sharp({ create: { width: 5_200, height: 5_000, channels: 3, background: 'black' } })
    .png()
    .toBuffer();

export const validations: AttackGroup = {
  title: 'credentials, captures and validations',
  attacks: [
    {
      name: 'Showing a QR that one has signed oneself',
      defence: 'verification of its signature',
      source: 'RFC 7515',
      weakening: { kind: 'api', cuts: [verifyingBy('believeAll')] },
      run: async (target) => {
        const { card } = await target.desk.enrol(target.faces.genuine);
        return show(target, await resigned(card, keyOf(target, 'CAPTURE_TOKEN_KEY')));
      },
    },
    {
      name: 'Showing the QR of another institution',
      defence: 'the institution as issuer',
      source: 'RFC 8725 3.8',
      weakening: { kind: 'api', cuts: [verifyingWithout('issuer: this.profile.issuer,')] },
      run: async (target) => {
        const { card } = await target.desk.enrol(target.faces.genuine);
        return show(target, await resigned(card, keyOf(target, 'CREDENTIAL_KEY'), { iss: 'other.school' }));
      },
    },
    {
      name: 'Showing a card that was revoked a moment ago',
      defence: 'a look at its row with each use',
      source: 'CWE-613',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/enrolment/credentials/credentials.service.js',
            find: 'if (credential.revokedAt !== null)',
            put: 'if (false)',
          },
        ],
      },
      run: async (target) => {
        const { personId } = await target.desk.enrol(target.faces.genuine);
        const card = await target.desk.issueCard(personId);
        await target.desk.revoke(card.id);
        return show(target, card.text);
      },
    },
    {
      name: 'Showing a card after its last day',
      defence: 'the check of its time',
      source: 'ASVS 9.2.1',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/platform/crypto/token-signer.js',
            find: "requiredClaims: ['iat', 'exp'],",
            put: "requiredClaims: ['iat', 'exp'], clockTolerance: 1e9,",
          },
        ],
      },
      run: async (target) => {
        const { card } = await target.desk.enrol(target.faces.genuine);
        const now = Math.floor(Date.now() / 1_000);
        const past = { iat: now - 660, exp: now - 60 };
        return show(target, await resigned(card, keyOf(target, 'CREDENTIAL_KEY'), past));
      },
    },
    {
      name: 'Having a face compared after consent was withdrawn',
      defence: 'consent and template as conditions of every opening',
      source: 'GDPR 7(3), 9',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/modules/validation/attempts/admission.service.js',
            find: 'if (!consented)',
            put: 'if (false)',
          },
          {
            module: 'src/modules/validation/attempts/admission.service.js',
            find: 'if (!enrolled)',
            put: 'if (false)',
          },
        ],
      },
      run: async (target) => {
        const { personId, card } = await target.desk.enrol(target.faces.genuine);
        await target.desk.withdraw(personId);
        return show(target, card);
      },
    },
    {
      name: "Trying one's face on somebody else's card again and again",
      defence: 'waits after five faces that do not match',
      source: 'NIST SP 800-63B 3.2.3',
      weakening: {
        kind: 'api',
        cuts: [{ module: 'src/modules/validation/locks/lock-policy.js', find: 'free: 5,', put: 'free: 1_000_000,' }],
      },
      run: async (target) => {
        const { desk, faces } = target;
        const { card } = await desk.enrol(faces.genuine);
        const checkpointId = await desk.checkpoint();
        for (let tries = 0; tries < 5; tries++) await desk.validate(checkpointId, card, [faces.other]);
        return show(target, card);
      },
    },
    {
      name: 'Uploading better frames after the first ones',
      defence: 'a ticket for one upload',
      source: 'CEN/TS 18099',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/platform/work/work-items.js',
            find: "WHERE id = $1 AND state = 'OPEN' AND deadline_at > now() AND ",
            put: 'WHERE id = $1 AND deadline_at > now() AND ',
          },
          {
            module: 'src/platform/work/work-items.js',
            find: "WHERE id = $1 AND state = 'OPEN' AND deadline_at > now() RETURNING id",
            put: 'WHERE id = $1 AND deadline_at > now() RETURNING id',
          },
        ],
      },
      run: (target) =>
        withIdleWorker(target, async (ticket) => {
          await upload(target.url, ticket, [target.faces.other]);
          return answered(await upload(target.url, ticket, [target.faces.probe]));
        }),
    },
    {
      name: 'Bringing along the picture to be compared with',
      defence: 'a form with nothing but frames',
      source: 'CEN/TS 18099 (injection)',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/platform/captures/read-upload.js',
            find: "if (name !== 'frame')\n            this.refuse('UNEXPECTED_FIELD');",
            put: '',
          },
        ],
      },
      run: (target) =>
        withIdleWorker(target, async (ticket) => {
          const form = new FormData();
          for (const name of ['frame', 'reference'])
            form.append(name, new Blob([new Uint8Array(target.faces.other)]), 'face.jpg');
          return answered(await postCapture(target.url, ticket, form));
        }),
    },
    {
      name: 'A small file that unfolds into many pixels',
      defence: 'the limit of pixels, read before anything is decoded',
      source: 'ASVS 5.2.6',
      weakening: { kind: 'settings', settings: { CAPTURE_MAX_PIXELS: '50000000' } },
      run: (target) =>
        withIdleWorker(target, async (ticket) => answered(await upload(target.url, ticket, [await inflated()]))),
    },
    {
      name: 'A document with scripts in the place of a picture (SVG)',
      defence: 'three formats, known by their first bytes, and no reader for others',
      source: 'ASVS 5.2.2',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/platform/face/decode.js',
            find: 'const format = formatByContent(bytes);',
            put: "const format = bytes.subarray(0, 4).toString() === '<svg' ? 'svg' : formatByContent(bytes);",
          },
          {
            module: 'src/platform/face/image-library.js',
            find: "'VipsForeignLoadWebpBuffer'],",
            put: "'VipsForeignLoadWebpBuffer', 'VipsForeignLoadSvgBuffer'],",
          },
        ],
      },
      run: (target) =>
        withIdleWorker(target, async (ticket) => {
          const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>1</script></svg>';
          return answered(await upload(target.url, ticket, [Buffer.from(svg)]));
        }),
    },
    {
      name: 'Finding in the logs what others have asked',
      defence: 'request lines without the query string',
      source: 'ASVS 14.2.1, CWE-532',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/platform/logging/request-line.js',
            find: "originalUrl?.split('?', 1)[0]",
            put: 'originalUrl',
          },
        ],
      },
      run: async ({ url, api }) => {
        const word = `word-${crypto.randomUUID()}`;
        await fetch(`${url}/graphql?query=${word}`, { headers: { 'apollo-require-preflight': '1' } });
        const line = await lineWith(api, word);
        return { through: line !== undefined, seen: line ?? 'not in the log' };
      },
    },
    {
      name: 'Finding passwords, PINs and QRs in the logs',
      defence: 'lines that say which operation and not what was sent, and names that are never shown',
      source: 'ASVS 16.2.5, CWE-532',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/platform/graphql/operation-log.plugin.js',
            find: 'this.logger.log({ ...describe(context),',
            put: 'this.logger.log({ ...describe(context), asked: context.request.variables,',
          },
          {
            module: 'src/platform/logging/without-secrets.js',
            find: 'HIDDEN.has(key.toLowerCase())',
            put: 'false',
          },
        ],
      },
      run: async ({ desk, api }) => {
        const qr = `qr-${crypto.randomUUID()}`;
        await desk.open(await desk.checkpoint(), qr);
        // More digits than a time has.
        const pin = String(randomInt(1e14, 2e14));
        await desk.client.send('mutation ($input: SetPinInput!) { setPin(input: $input) { __typename } }', {
          input: { personId: crypto.randomUUID(), pin },
        });
        const line = (await lineWith(api, pin)) ?? (await lineWith(api, qr));
        return { through: line !== undefined, seen: line ?? 'not in the log' };
      },
    },
    {
      name: 'Finding addresses in the logs, in what an error quotes',
      defence: 'a mask over every finished line',
      source: 'ASVS 16.2.5, CWE-532',
      weakening: {
        kind: 'api',
        cuts: [{ module: 'src/platform/logging/log-options.js', find: 'hooks: { streamWrite: masked },', put: '' }],
      },
      run: async (target) => {
        const mark = crypto.randomUUID();
        const { email } = await target.newUser('OPERATOR');
        await target.database.query(`CREATE FUNCTION choke() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE EXCEPTION '${mark} can not keep ${email}'; END $$`);
        await target.database.query(
          'CREATE TRIGGER choke BEFORE INSERT ON checkpoints FOR EACH ROW EXECUTE FUNCTION choke()',
        );
        try {
          await target.desk.checkpoint().catch(() => undefined);
        } finally {
          await target.database.query('DROP FUNCTION choke() CASCADE');
        }
        const line = (await lineWith(target.api, mark)) ?? '';
        return { through: line.includes(email), seen: line };
      },
    },
    {
      name: 'Putting another network in the place of the one that was vetted',
      defence: 'a hash for each model file',
      source: 'ASVS 15.2.4, CWE-494',
      weakening: {
        kind: 'api',
        cuts: [{ module: 'src/platform/face/model-files.js', find: 'if (found !== sha256)', put: 'if (false)' }],
      },
      run: async ({ environment }) => {
        await using models = await changedModels();
        const settings = { MODELS_DIR: models.dir };
        const worker = await startWorker(environment, settings).catch((error: unknown) => error as Error);
        if (worker instanceof Error)
          return judge(worker.message, { stopped: /is not the one of its pack/, through: /^$/ });
        worker.kill('SIGTERM');
        await worker.ended;
        return { through: true, seen: 'it started' };
      },
    },
  ],
};
