import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk, type OpenedValidation } from '../../scripts/client/desk.js';
import { holdPhotograph, perform, type Performance, portrait } from '../../scripts/demo/actor.js';
import { frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';

describe('challenges', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let desk: Desk;
  let door: string;
  let card: string;
  let personId: string;

  before(async () => {
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url });
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    door = await desk.checkpoint('FACE', 'ACTIVE');
    ({ personId, card } = await desk.enrol([await portrait()]));
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const stepsOf = ({ challenge }: OpenedValidation): readonly string[] => challenge?.steps ?? [];
  /** As if opened ten seconds ago, for a film that was not shot while the test runs. */
  const secondsPass = (id: string) =>
    database.query(`UPDATE validation_attempts SET created_at = created_at - interval '10 s' WHERE id = $1`, [id]);
  const ended = async (
    make: (steps: readonly string[]) => Promise<Performance>,
    checkpointId = door,
  ): Promise<string | null> => {
    const opened = await desk.open(checkpointId, card);
    const { frames: pictures, capturedAt } = await make(stepsOf(opened));
    await secondsPass(opened.attempt.id);
    await desk.send(opened.capture.token, pictures, capturedAt);
    const { reason } = await desk.end(opened.attempt.id);
    await desk.client.ask('mutation ($id: ID!) { liftLock(personId: $id) { state } }', { id: personId });
    return reason;
  };
  /** Opens until the challenge holds these steps. */
  const openedWith = async (fits: (steps: readonly string[]) => boolean): Promise<OpenedValidation> => {
    for (let tries = 0; tries < 100; tries++) {
      const opened = await desk.open(door, card);
      if (fits(stepsOf(opened))) return opened;
    }
    throw new Error('A hundred challenges, and none like that.');
  };

  it('are answered by a head that does each step', async () => {
    for (const step of ['LOOK_LEFT', 'LOOK_RIGHT', 'BLINK', 'COME_CLOSER']) {
      const opened = await openedWith((steps) => steps.includes(step));
      const { frames: pictures, capturedAt } = await perform(stepsOf(opened));
      await secondsPass(opened.attempt.id);
      await desk.send(opened.capture.token, pictures, capturedAt);
      const { state, reason } = await desk.end(opened.attempt.id);
      assert.deepEqual([state, reason], ['ACCEPTED', 'MATCH'], stepsOf(opened).join());
    }
  });

  it('are answered by no photograph, however it is held', async () => {
    for (let tries = 0; tries < 4; tries++) {
      assert.match(String(await ended(holdPhotograph)), /^(TURN_FURTHER_(LEFT|RIGHT)|BLINK_NOT_SEEN)$/);
    }
  });

  it('are answered by no film of another answer', async () => {
    const other = ['LOOK_LEFT', 'LOOK_RIGHT', 'LOOK_LEFT'];
    const opened = await openedWith((steps) => steps.join() !== other.join());
    const { frames: pictures, capturedAt } = await perform(other);
    await secondsPass(opened.attempt.id);
    await desk.send(opened.capture.token, pictures, capturedAt);
    assert.match(
      String((await desk.end(opened.attempt.id)).reason),
      /^(CHALLENGE_OUT_OF_ORDER|(BLINK|COME_CLOSER)_NOT_SEEN)$/,
    );
  });

  it('want each frame once, its time, and no time before they were asked', async () => {
    const repeated = async (steps: readonly string[]): Promise<Performance> => {
      const { frames: pictures, capturedAt } = await perform(steps);
      return { frames: pictures.with(2, pictures[0] ?? Buffer.alloc(0)), capturedAt };
    };
    assert.equal(await ended(repeated), 'FRAMES_REPEATED');
    const { frames: pictures } = await perform(['LOOK_LEFT', 'LOOK_RIGHT', 'BLINK']);
    const { attempt, capture } = await desk.open(door, card);
    // Half a minute: as long as frames may be apart.
    await desk.send(
      capture.token,
      pictures,
      pictures.map((_, index) => 5_000 * index),
    );
    assert.equal(
      (await desk.end(attempt.id)).reason,
      'FRAMES_NOT_IN_TIME',
      'a film longer than the time since the challenge',
    );
    const untimed = await desk.open(door, card);
    await desk.send(untimed.capture.token, (await perform(stepsOf(untimed))).frames);
    assert.equal((await desk.end(untimed.attempt.id)).reason, 'FRAMES_NOT_IN_TIME');
  });

  it('want one face throughout', async () => {
    const { other } = await frames();
    const swapped = async (steps: readonly string[]): Promise<Performance> => {
      const { frames: pictures, capturedAt } = await perform(steps);
      return { frames: pictures.with(2, other), capturedAt };
    };
    assert.equal(await ended(swapped), 'DIFFERENT_FACES');
  });

  it('count like a face that does not match when they are not answered, and are compared with nobody', async () => {
    const { attempt, capture } = await desk.open(door, card);
    await desk.send(capture.token, [await portrait()], [0]);
    await desk.end(attempt.id);
    const rows = await database.query(
      `SELECT comparison_score AS score, failures FROM validation_attempts, comparison_failures
       WHERE id = $1 AND subject_id = comparison_failures.person_id AND comparison_failures.person_id = $2`,
      [attempt.id, personId],
    );
    assert.equal(rows.length, 1);
    assert.equal((rows[0] as { score: unknown }).score, null);
    await desk.client.ask('mutation ($id: ID!) { liftLock(personId: $id) { state } }', { id: personId });
  });

  it('stay with their attempt: a repeated request is told the same, another attempt draws anew', async () => {
    const key = randomUUID();
    const [first, again] = [await desk.open(door, card, key), await desk.open(door, card, key)];
    assert.deepEqual(again.challenge, first.challenge);
    const drawn = new Set<string>();
    for (let tries = 0; tries < 12; tries++) drawn.add(stepsOf(await desk.open(door, card)).join());
    assert.ok(drawn.size > 3, 'twelve of 42 are not the same three');
  });

  it('are what the checkpoint says: none, two or three steps, or three', async () => {
    const checkpointId = await desk.checkpoint();
    const set = (liveness: string) =>
      desk.client.ask(
        'mutation ($id: ID!, $liveness: CheckpointLiveness!) { setCheckpointLiveness(id: $id, liveness: $liveness) { liveness } }',
        { id: checkpointId, liveness },
      );
    assert.equal((await desk.open(checkpointId, card)).challenge, null);
    await set('STRICT');
    for (let tries = 0; tries < 5; tries++) assert.equal(stepsOf(await desk.open(checkpointId, card)).length, 3);
    await set('PASSIVE');
    assert.equal((await desk.open(checkpointId, card)).challenge, null);
    const events = await database.query<{ liveness: string }>(
      `SELECT details ->> 'liveness' AS liveness FROM audit_events
       WHERE action = 'CHECKPOINT_LIVENESS_CHANGED' AND subject_id = $1 ORDER BY sequence`,
      [checkpointId],
    );
    assert.deepEqual(
      events.map(({ liveness }) => liveness),
      ['STRICT', 'PASSIVE'],
    );
  });
});
