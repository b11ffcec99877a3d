import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { backends } from '../support/backends.js';
import { ApiClient } from '../../scripts/client/api-client.js';
import { upload } from '../../scripts/client/upload.js';
import { Desk, type OpenedValidation } from '../../scripts/client/desk.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { until, untilSome } from '../support/until.js';

const ARRIVES_MS = 5_000;

for (const { name, redisUrl, skip } of backends) {
  describe(`the journey, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let stack: Stack;
    let desk: Desk;
    let faces: Frames;
    let checkpointId: string;

    before(async () => {
      [database, faces] = await Promise.all([createDatabase(), frames()]);
      stack = await startStack({ databaseUrl: database.url, redisUrl });
      desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
      checkpointId = await desk.checkpoint();
    });
    after(async () => {
      await stack.stop();
      await database.drop();
    });

    it('accepts the person in another photo and nobody else', async () => {
      const { card } = await desk.enrol(faces.genuine);
      assert.deepEqual(pick(await desk.validate(checkpointId, card, [faces.probe])), ['ACCEPTED', 'MATCH']);
      assert.deepEqual(pick(await desk.validate(checkpointId, card, [faces.other])), ['REJECTED', 'FACE_MISMATCH']);
    });

    it('tells a watching client its states, in order, and ends', async () => {
      const { card } = await desk.enrol(faces.genuine);
      const opened = await desk.open(checkpointId, card);
      const states: string[] = [];
      const changes = desk.client.follow<{ validationChanged: { state: string } }>(
        'subscription ($id: ID!) { validationChanged(id: $id) { state } }',
        { id: opened.attempt.id },
      );
      for await (const { validationChanged } of changes) {
        if (states.length === 0) await upload(stack.api.url, opened.capture.token, [faces.probe]);
        states.push(validationChanged.state);
      }
      assert.equal(states[0], 'OPEN');
      assert.equal(states.at(-1), 'ACCEPTED');
      const order = ['OPEN', 'QUEUED', 'PROCESSING', 'ACCEPTED'];
      const places = states.map((state) => order.indexOf(state));
      assert.deepEqual(places, places.toSorted());
    });

    it('cannot decide on frames without one clear face, and says why', async () => {
      const { card } = await desk.enrol(faces.genuine);
      const cases: [string, Buffer][] = [
        ['NO_FACE', faces.nobody],
        ['SEVERAL_FACES', faces.two],
        ['BLURRED', faces.blurred],
        ['IMAGE_UNREADABLE', faces.probe.subarray(0, faces.probe.length / 2)],
      ];
      for (const [reason, frame] of cases) {
        assert.deepEqual(pick(await desk.validate(checkpointId, card, [frame])), ['INCONCLUSIVE', reason]);
      }
    });

    it('refuses a bad credential before it asks for a picture', async () => {
      const { personId, card } = await desk.enrol(faces.genuine);
      const [header = '', payload = '', signature = ''] = card.split('.');
      const none = Buffer.from('{"alg":"none","typ":"presente-card+jwt"}').toString('base64url');
      const flipped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
      for (const forged of ['hello', `${none}.${payload}.`, `${header}.${payload}.${flipped}`, 'x'.repeat(4096)]) {
        const opened = await desk.open(checkpointId, forged);
        assert.deepEqual(pick(opened.attempt), ['REJECTED', 'CREDENTIAL_INVALID']);
      }
      const soon = new Date(Date.now() + 5_000);
      const { text: short } = await desk.issueCard(personId, soon);
      assert.deepEqual(pick((await desk.open(checkpointId, card)).attempt), ['REJECTED', 'CREDENTIAL_REVOKED']);
      await sleep(soon.getTime() - Date.now());
      assert.deepEqual(pick((await desk.open(checkpointId, short)).attempt), ['REJECTED', 'CREDENTIAL_EXPIRED']);
    });

    it('refuses a card of another institution, signed by its own key', async () => {
      const otherDatabase = await createDatabase();
      const other = await startStack({ databaseUrl: otherDatabase.url, redisUrl });
      try {
        const otherDesk = new Desk(await ApiClient.signIn(other.api.url, other.admin));
        const foreign = (await otherDesk.issueCard(await otherDesk.register())).text;
        assert.deepEqual(pick((await desk.open(checkpointId, foreign)).attempt), ['REJECTED', 'CREDENTIAL_INVALID']);
      } finally {
        await other.stop();
        await otherDatabase.drop();
      }
    });

    it('compares nobody who did not consent, and forgets who withdraws', async () => {
      const unasked = await desk.register();
      assert.equal((await desk.openEnrolment(unasked)).__typename, 'ConsentRequired');

      const { personId, card } = await desk.enrol(faces.genuine);
      assert.deepEqual(await desk.withdraw(personId), { __typename: 'ConsentWithdrawn', templatesDeleted: 1 });
      assert.deepEqual(pick((await desk.open(checkpointId, card)).attempt), ['REJECTED', 'CONSENT_MISSING']);
      assert.deepEqual(await database.query('SELECT 1 FROM templates WHERE person_id = $1', [personId]), []);
      await desk.consent(personId);
      assert.deepEqual(pick((await desk.open(checkpointId, card)).attempt), ['REJECTED', 'NOT_ENROLLED']);
    });

    it('makes no template of two people, and says which photo is not usable', async () => {
      for (const [photos, reason, photoReasons] of [
        [[faces.probe, faces.other], 'DIFFERENT_PEOPLE', ['OK', 'OK']],
        [[faces.probe, faces.nobody], 'PHOTOS_NOT_USABLE', ['OK', 'NO_FACE']],
      ] as const) {
        const personId = await desk.register();
        await desk.consent(personId);
        const { enrolment, capture } = await desk.openEnrolment(personId);
        await upload(stack.api.url, capture.token, photos);
        assert.deepEqual(await desk.enrolmentEnd(enrolment.id), { state: 'REJECTED', reason, photoReasons });
        assert.deepEqual(await database.query('SELECT 1 FROM templates WHERE person_id = $1', [personId]), []);
      }
    });

    it('tells of a person every enrolment, newest first, and since when faces are compared with their photos', async () => {
      const { personId } = await desk.enrol(faces.genuine);
      const { capture, enrolment } = await desk.openEnrolment(personId);
      await desk.send(capture.token, [faces.nobody]);
      await desk.enrolmentEnd(enrolment.id);
      const ask = () =>
        desk.client.ask<{ person: { enrolledAt: string | null }; enrolments: Nodes; credentials: Nodes }>(
          `query Standing($id: ID!) { person(id: $id) { enrolledAt }
            enrolments(personId: $id) { nodes { state reason photoReasons } }
            credentials(personId: $id) { nodes { kind revokedAt } } }`,
          { id: personId },
        );
      const { person, enrolments, credentials } = await ask();
      assert.deepEqual(credentials.nodes, [{ kind: 'CARD', revokedAt: null }]);
      assert.deepEqual(enrolments.nodes, [
        { state: 'REJECTED', reason: 'PHOTOS_NOT_USABLE', photoReasons: ['NO_FACE'] },
        { state: 'COMPLETED', reason: 'ENROLLED', photoReasons: [] },
      ]);
      assert.ok(Date.now() - Date.parse(person.enrolledAt ?? '') < 60_000);
      await desk.withdraw(personId);
      assert.equal((await ask()).person.enrolledAt, null);
    });

    it('opens the same attempt for the same key, and a second enrolment only after the first', async () => {
      const { personId, card } = await desk.enrol(faces.genuine);
      const key = randomUUID();
      const answers = await Promise.all([1, 2, 3, 4].map(() => desk.open(checkpointId, card, key)));
      assert.equal(new Set(answers.map(({ attempt }) => attempt.id)).size, 1);
      const [{ attempt, capture }] = answers as [OpenedValidation, ...OpenedValidation[]];
      await desk.send(capture.token, [faces.probe]);
      assert.equal((await desk.open(checkpointId, card, key)).__typename, 'ValidationOpened');
      await desk.end(attempt.id);
      const late = await desk.open(checkpointId, card, key);
      assert.deepEqual([late.__typename, late.attempt.state], ['ValidationOpened', 'ACCEPTED']);

      const running = await desk.openEnrolment(personId);
      assert.equal(running.__typename, 'EnrolmentOpened');
      const second = await desk.openEnrolment(personId);
      assert.deepEqual([second.__typename, second.enrolment.id], ['EnrolmentRunning', running.enrolment.id]);
    });

    it('carries one correlation id from the request that opened to the worker and the result', async () => {
      const { card } = await desk.enrol(faces.genuine);
      const correlationId = `kiosk-${randomUUID()}`;
      const kiosk = new Desk(new ApiClient(stack.api.url, desk.client.token, correlationId));
      const { id } = await kiosk.validate(checkpointId, card, [faces.probe]);
      const lines = (log: readonly string[]) => log.filter((line) => line.includes(correlationId));
      await untilSome(
        () =>
          lines(stack.api.log).length > 0 &&
          lines(stack.worker.log).some((line) => line.includes('"job ended"') && line.includes('validation.process')),
        ARRIVES_MS,
      );
      const rows = await database.query('SELECT id FROM validation_attempts WHERE correlation_id = $1', [
        correlationId,
      ]);
      assert.deepEqual(rows, [{ id }]);
    });

    it('keeps no picture once it is processed', async () => {
      const { card } = await desk.enrol(faces.genuine);
      await desk.validate(checkpointId, card, [faces.probe]);
      // Deleting follows the final state.
      for (const kept of ['capture_frames', 'outbox', 'validation_attempts WHERE capture_id IS NOT NULL'])
        await until(async () => (await database.query(`SELECT id FROM ${kept}`)).length === 0);
    });
  });
}

const pick = ({ state, reason }: { state: string; reason: string | null }) => [state, reason];

interface Nodes {
  readonly nodes: readonly object[];
}
