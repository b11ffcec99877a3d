import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { upload } from '../../../scripts/client/upload.js';
import { type AttackGroup, judge, type Outcome } from '../attack.js';
import { runScript } from '../../support/script.js';
import { startApi } from '../../support/stack.js';
import { type Target } from '../target.js';
import { UNBOUND } from './cuts.js';

const DONE = 'nothing stood against it';

/** Whether the database does it; it is undone in any case. */
async function tried({ database }: Target, statement: string): Promise<Outcome> {
  const answer = await database
    .query(`DO $attack$ BEGIN ${statement}; RAISE EXCEPTION '${DONE}'; END $attack$`)
    .then(() => 'no error')
    .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  return judge(answer, {
    stopped: /is final|accepted_check|only grows|templates_active_consent_fkey|is not destroyed/,
    through: new RegExp(DONE),
  });
}

export const records: AttackGroup = {
  title: 'what is stored',
  attacks: [
    {
      name: 'Making an acceptance of a refusal, in the database',
      defence: 'the trigger that keeps a final state',
      source: 'ASVS 2.3.1',
      weakening: {
        kind: 'database',
        places: ['validation_attempts_final'],
        off: 'ALTER TABLE validation_attempts DISABLE TRIGGER validation_attempts_final',
        on: 'ALTER TABLE validation_attempts ENABLE TRIGGER validation_attempts_final',
      },
      run: async (target) => {
        const { desk, faces } = target;
        const { card } = await desk.enrol(faces.genuine);
        const { id } = await desk.validate(await desk.checkpoint(), card, [faces.other]);
        return tried(
          target,
          `UPDATE validation_attempts SET state = 'ACCEPTED', comparison_score = 1 WHERE id = '${id}'`,
        );
      },
    },
    {
      name: 'Accepting without a comparison, in the database',
      defence: 'the constraint that an acceptance has a score',
      source: 'ASVS 2.3.1',
      weakening: { kind: 'constraint', table: 'validation_attempts', constraint: 'validation_attempts_accepted_check' },
      run: async (target) => {
        const { desk, faces } = target;
        const { card } = await desk.enrol(faces.genuine);
        const { attempt } = await desk.open(await desk.checkpoint(), card);
        return tried(
          target,
          `UPDATE validation_attempts SET state = 'ACCEPTED', reason = 'MATCH', finished_at = now() WHERE id = '${attempt.id}'`,
        );
      },
    },
    {
      name: 'Keeping a template whose consent is withdrawn, in the database',
      defence: 'the foreign key from template to active consent, and a trigger on its key',
      source: 'GDPR 7(3), 9',
      weakening: {
        kind: 'database',
        places: ['templates_active_consent_fkey', 'consents_key_destroyed'],
        // Foreign keys are triggers too.
        off: 'ALTER TABLE consents DISABLE TRIGGER ALL',
        on: 'ALTER TABLE consents ENABLE TRIGGER ALL',
      },
      run: async (target) => {
        const { personId } = await target.desk.enrol(target.faces.genuine);
        return tried(
          target,
          `UPDATE consents SET active = false, withdrawn_at = now() WHERE person_id = '${personId}'; SET CONSTRAINTS ALL IMMEDIATE`,
        );
      },
    },
    {
      name: 'Deleting from the audit, in the database',
      defence: 'the trigger that lets it only grow',
      source: 'ASVS 16.4.2',
      weakening: {
        kind: 'database',
        places: ['audit_events_append_only'],
        off: 'ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only',
        on: 'ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_append_only',
      },
      run: (target) => tried(target, 'DELETE FROM audit_events WHERE sequence = 1'),
    },
    {
      name: 'Changing the audit with all rights on the database',
      defence: 'the chain of hashes',
      source: 'ASVS 16.4.2',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'scripts/audit/verify-audit.js',
            find: 'if (!fitsAt(place, event, last.hash))',
            put: 'if (false)',
          },
        ],
      },
      run: async ({ database, environment }) => {
        const set = (actor: string) =>
          database.query(`ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only;
            UPDATE audit_events SET actor = ${actor} WHERE sequence = 1;
            ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_append_only`);
        const [event] = await database.query<{ actor: string }>('SELECT actor FROM audit_events WHERE sequence = 1');
        await set(`'${randomUUID()}'`);
        try {
          const { output } = await runScript('audit/main', [], environment);
          return judge(output, { stopped: /is not whole/, through: /is whole/ });
        } finally {
          await set(`'${event?.actor ?? ''}'`);
        }
      },
    },
    {
      name: "Moving one's own good frames to a validation of somebody else, in the database",
      defence: 'frames bound to their attempt (associated data)',
      source: 'CEN/TS 18099 (injection)',
      weakening: { kind: 'stack', cuts: UNBOUND },
      run: async ({ url, desk, faces, worker, database }) => {
        const { card } = await desk.enrol(faces.genuine);
        const checkpointId = await desk.checkpoint();
        const [good, bad] = [await desk.open(checkpointId, card), await desk.open(checkpointId, card)];
        worker.kill('SIGSTOP');
        await upload(url, good.capture.token, [faces.probe]);
        await upload(url, bad.capture.token, [faces.other]);
        await database.query(
          `UPDATE capture_frames SET sealed = (SELECT sealed FROM capture_frames AS good
             JOIN validation_attempts ON capture_id = good.id WHERE validation_attempts.id = $1)
           WHERE id = (SELECT capture_id FROM validation_attempts WHERE id = $2)`,
          [good.attempt.id, bad.attempt.id],
        );
        worker.kill('SIGCONT');
        return judge((await desk.end(bad.attempt.id)).state, { stopped: /^(FAILED|REJECTED)$/, through: /^ACCEPTED$/ });
      },
    },
    {
      name: "Putting one's own template in the place of somebody else's, with its key, in the database",
      defence: 'keys and templates bound to whose they are (associated data)',
      source: 'ISO/IEC 24745',
      weakening: { kind: 'stack', cuts: UNBOUND },
      run: async ({ desk, faces, database }) => {
        const attacker = await desk.enrol(faces.genuine);
        const victim = await desk.enrol([faces.other]);
        await database.query(
          `UPDATE data_keys AS its SET wrapped = own.wrapped FROM data_keys AS own, consents AS a, consents AS b
           WHERE a.person_id = $1 AND b.person_id = $2
             AND (own.subject_id, its.subject_id) IN ((a.id, b.id), ($1::uuid, $2::uuid))`,
          [attacker.personId, victim.personId],
        );
        await database.query(
          `UPDATE templates AS its SET sealed = own.sealed, generation = own.generation FROM templates AS own
           WHERE own.person_id = $1 AND its.person_id = $2`,
          [attacker.personId, victim.personId],
        );
        const { state } = await desk.validate(await desk.checkpoint(), victim.card, [faces.probe]);
        return judge(state, { stopped: /^(FAILED|REJECTED|EXPIRED)$/, through: /^ACCEPTED$/ });
      },
    },
    {
      name: 'Putting back an older template, in the database',
      defence: 'a new key with each enrolment',
      source: 'ISO/IEC 24745',
      weakening: {
        kind: 'stack',
        cuts: [
          {
            module: 'src/modules/enrolment/templates/templates.service.js',
            find: 'await this.dataKeys.renew(consentId)',
            put: 'await this.dataKeys.openOrCreate(consentId)',
          },
        ],
      },
      run: async ({ desk, faces, database }) => {
        const { personId, card } = await desk.enrol(faces.genuine);
        await database.query('CREATE TABLE older AS SELECT * FROM templates WHERE person_id = $1', [personId]);
        const { enrolment, capture } = await desk.openEnrolment(personId);
        await desk.send(capture.token, [faces.other]);
        await desk.enrolmentEnd(enrolment.id);
        await database.query(
          `UPDATE templates AS its SET id = older.id, sealed = older.sealed, generation = older.generation FROM older
           WHERE older.person_id = its.person_id`,
        );
        await database.query('DROP TABLE older');
        const { state } = await desk.validate(await desk.checkpoint(), card, [faces.probe]);
        return judge(state, { stopped: /^(FAILED|REJECTED|EXPIRED)$/, through: /^ACCEPTED$/ });
      },
    },
    {
      name: 'Reading names from a copy of the database',
      defence: 'encryption of personal fields',
      source: 'GDPR 32, ASVS 11.3',
      weakening: {
        kind: 'stack',
        cuts: [
          {
            module: 'src/platform/crypto/aead.js',
            find: 'const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);',
            put: 'cipher.final(); const ciphertext = Buffer.from(plaintext);',
          },
        ],
      },
      run: async ({ admin, database }) => {
        const name = `Zenobia ${randomUUID()}`;
        const input = { externalId: randomUUID(), displayName: name, kind: 'STUDENT', idempotencyKey: randomUUID() };
        // Without encryption it does not open again; what counts is what was written.
        await admin.send('mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename } }', {
          input,
        });
        const rows = await database.query<{ text: string }>('SELECT persons::text AS text FROM persons');
        const hex = Buffer.from(name).toString('hex');
        const through = rows.some(({ text }) => text.includes(hex) || text.includes(name));
        if (rows.length === 0) throw new Error('Nothing was written.');
        return { through, seen: `${rows.length} persons` };
      },
    },
    {
      name: 'Running in production with a key that can be guessed',
      defence: 'the refusal to start',
      source: 'ASVS 13.3, CWE-1392',
      weakening: {
        kind: 'api',
        cuts: [{ module: 'src/config/env.js', find: 'production ? weakSecrets(given) : []', put: '[]' }],
      },
      run: async ({ environment }) => {
        const weak = { NODE_ENV: 'production', CAPTURE_TOKEN_KEY: weakKey() };
        const started = await startApi(environment, weak).catch((error: unknown) => error as Error);
        if (started instanceof Error)
          return judge(started.message, { stopped: /is the same key as|is not random/, through: /^$/ });
        started.kill('SIGTERM');
        await started.ended;
        return { through: true, seen: 'it started' };
      },
    },
  ],
};

/** An Ed25519 key whose secret is zeros throughout. */
function weakKey(): string {
  const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  return der.fill(0, der.length - 32).toString('base64');
}
