import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Redis } from 'ioredis';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { makeScratch, removeScratch } from '../../scripts/support/scratch.js';
import { backends } from '../support/backends.js';
import { frames, type Frames } from '../support/frames.js';
import { runScript } from '../support/script.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';

for (const { name, redisUrl, skip } of backends) {
  describe(`erasure, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let stack: Stack;
    let desk: Desk;
    let faces: Frames;
    let scratch: string;
    let checkpointId: string;

    before(async () => {
      [database, faces, scratch] = await Promise.all([createDatabase(), frames(), makeScratch('erasure-spec')]);
      stack = await startStack({ databaseUrl: database.url, redisUrl });
      desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
      checkpointId = await desk.checkpoint();
    });
    after(async () => {
      await stack.stop();
      await database.drop();
      await removeScratch(scratch);
    });

    const count = async (table: string, column: string, personId: string): Promise<number> => {
      const [row] = await database.query<{ count: number }>(`SELECT count(*)::int FROM ${table} WHERE ${column} = $1`, [
        personId,
      ]);
      return row?.count ?? -1;
    };
    const captures = async (): Promise<number> => {
      if (redisUrl === undefined) return (await database.query('SELECT id FROM capture_frames')).length;
      const redis = new Redis(redisUrl);
      const keys = await redis.keys(`${stack.environment['QUEUE_PREFIX'] ?? ''}:capture:*`);
      await redis.quit();
      return keys.length;
    };
    const verify = async (token: string) => {
      const file = path.join(scratch, 'receipt.jwt');
      await writeFile(file, token);
      return runScript('erasure/main', ['--receipt', file], stack.environment);
    };

    it('leaves no template, key, profile, card, picture or running work', async () => {
      const { personId, card } = await desk.enrol(faces.genuine);
      const accepted = await desk.validate(checkpointId, card, [faces.probe]);
      while ((await captures()) > 0) await sleep(20); // they go right after the final state
      stack.worker.kill('SIGSTOP'); // so that something is under way
      const enrolment = await desk.openEnrolment(personId);
      const { attempt, capture } = await desk.open(checkpointId, card);
      await desk.send(capture.token, [faces.probe]);
      assert.equal(await captures(), 1);

      await desk.erase(personId);
      assert.equal(await count('templates', 'person_id', personId), 0);
      assert.equal(await count('data_keys', 'subject_id', personId), 0);
      assert.equal(await captures(), 0);
      stack.worker.kill('SIGCONT');

      const ended = [await desk.end(attempt.id), await desk.enrolmentEnd(enrolment.enrolment.id)];
      assert.deepEqual(
        ended.map(({ state, reason }) => [state, reason]),
        [
          ['REJECTED', 'CONSENT_MISSING'],
          ['REJECTED', 'CONSENT_WITHDRAWN'],
        ],
      );
      assert.equal((await desk.open(checkpointId, card)).attempt.reason, 'CREDENTIAL_REVOKED');
      assert.deepEqual(
        await database.query(`SELECT kind, external_id_index, sealed_profile FROM persons WHERE id = $1`, [personId]),
        [{ kind: null, external_id_index: null, sealed_profile: null }],
      );
      const past = await desk.client.ask(
        `query ($id: ID!) { validation(id: $id) { state result { ... on ValidationAccepted { person { id } } } } }`,
        { id: accepted.id },
      );
      assert.deepEqual(past, { validation: { state: 'ACCEPTED', result: { person: null } } });
    });

    it('forgets the person everywhere, and lets the id be used anew', async () => {
      const externalOf = 'query ($id: ID!) { person(id: $id) { externalId } }';
      const personId = await desk.register();
      const other = await desk.register();
      const { person } = await desk.client.ask<{ person: { externalId: string } }>(externalOf, { id: personId });
      await desk.erase(personId);
      const { externalId } = person;
      assert.equal(await desk.client.errorCode(externalOf, { id: personId }), 'NOT_FOUND');
      const byExternalId = 'query ($externalId: String!) { personByExternalId(externalId: $externalId) { id } }';
      assert.equal(await desk.client.errorCode(byExternalId, { externalId }), 'NOT_FOUND');
      const { persons } = await desk.client.ask<{ persons: { nodes: { id: string }[] } }>(
        '{ persons { nodes { id } } }',
      );
      const listed = persons.nodes.map(({ id }) => id);
      assert.deepEqual([listed.includes(personId), listed.includes(other)], [false, true]);
      const input = { externalId, displayName: 'Otra', kind: 'STUDENT', idempotencyKey: crypto.randomUUID() };
      const again = await desk.client.ask<{ registerPerson: { __typename: string } }>(
        'mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename } }',
        { input },
      );
      assert.equal(again.registerPerson.__typename, 'PersonRegistered');
    });

    it('makes nothing new for an erased person', async () => {
      const personId = await desk.register();
      await desk.erase(personId);
      await assert.rejects(desk.consent(personId), { code: 'NOT_FOUND' });
      await assert.rejects(desk.issueCard(personId), { code: 'NOT_FOUND' });
      await assert.rejects(desk.openEnrolment(personId), { code: 'NOT_FOUND' });
    });

    it('is done once, however often and by however many it is asked for', async () => {
      const { personId } = await desk.enrol(faces.genuine);
      const receipts = await Promise.all([1, 2, 3, 4].map(() => desk.erase(personId)));
      assert.equal(new Set(receipts.map(({ token }) => token)).size, 1);
      assert.deepEqual(await desk.erase(personId), receipts[0]);
      assert.equal(
        await desk.client.errorCode(`mutation { erasePerson(personId: "${crypto.randomUUID()}") { id } }`),
        'NOT_FOUND',
      );
    });

    it('leaves nothing behind that was made in the same moment', async () => {
      for (let round = 0; round < 8; round++) {
        const { personId, card } = await desk.enrol(faces.genuine);
        const racing = [
          desk.erase(personId),
          desk.issueCard(personId),
          desk.openEnrolment(personId),
          desk.withdraw(personId).then(() => desk.consent(personId)),
          desk.open(checkpointId, card),
          desk.open(checkpointId, card),
        ];
        const codes = (await Promise.allSettled(racing)).map((outcome) =>
          outcome.status === 'rejected' ? (outcome.reason as { code?: string }).code : 'done',
        );
        assert.deepEqual(
          codes.filter((code) => code !== 'done' && code !== 'NOT_FOUND'),
          [],
        );
        const left = await database.query(
          `SELECT 'credential' FROM credentials WHERE person_id = $1 AND revoked_at IS NULL
           UNION ALL SELECT 'consent' FROM consents WHERE person_id = $1 AND active
           UNION ALL SELECT 'enrolment' FROM enrolments WHERE person_id = $1 AND finished_at IS NULL
           UNION ALL SELECT 'attempt' FROM validation_attempts WHERE person_id = $1 AND finished_at IS NULL
           UNION ALL SELECT 'template' FROM templates WHERE person_id = $1
           UNION ALL SELECT 'key' FROM data_keys WHERE subject_id = $1`,
          [personId],
        );
        assert.deepEqual(left, []);
      }
    });

    it('gives a receipt that is checked against the database any time later', async () => {
      const { personId } = await desk.enrol(faces.genuine);
      const [key] = await database.query<{ wrapped: Buffer }>('SELECT * FROM data_keys WHERE subject_id = $1', [
        personId,
      ]);
      const { token } = await desk.erase(personId);
      const good = await verify(token);
      assert.equal(good.code, 0, good.output);
      assert.match(good.output, /templates 1, consents 1, credentials 1/);

      const [head = '', payload = '', signature = ''] = token.split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string };
      const forged = Buffer.from(JSON.stringify({ ...claims, sub: crypto.randomUUID() })).toString('base64url');
      const refused = await verify([head, forged, signature].join('.'));
      assert.equal(refused.code, 1);
      assert.match(refused.output, /no receipt of this institution/);

      // A backup put back, under the person's own id or under another: either is found.
      for (const subject of [personId, crypto.randomUUID()]) {
        await database.query(`INSERT INTO data_keys (subject_id, kek_id, wrapped) VALUES ($1, 'x', $2)`, [
          subject,
          key?.wrapped,
        ]);
        const bad = await verify(token);
        assert.equal(bad.code, 1);
        assert.match(bad.output, /THERE: {2}the data key \(1\)/);
        await database.query('DELETE FROM data_keys WHERE subject_id = $1', [subject]);
      }
      assert.equal((await verify(token)).code, 0);
    });
  });
}
