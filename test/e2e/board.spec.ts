import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Kiosk } from '../../scripts/client/kiosk.js';
import { auditOf } from '../support/counting.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

const PASSWORD = 'correct horse battery';
const PIN = '493817';
/** The longest that a card may take to open: the outbox is looked at every second. */
const OPENED_MS = 15_000;

interface Review {
  readonly cause: string;
  readonly reason: string;
  readonly attemptId: string | null;
  readonly checkpointId: string;
  readonly checkpointName: string;
  readonly personId: string | null;
  readonly decision: string | null;
}
interface Card {
  readonly id: string;
  readonly version: number;
  readonly columnId: string;
  readonly title: string;
  readonly review: Review | null;
}
interface View {
  readonly sequence: number;
  readonly columns: readonly { readonly id: string; readonly role: string | null }[];
  readonly cards: readonly Card[];
}
interface Result {
  readonly __typename: string;
  readonly card?: Card;
  readonly change?: { readonly id: string };
  readonly reason?: string;
  readonly confirmation?: string | null;
  readonly count?: number;
  readonly limit?: number;
}

const CARD = `id version columnId title review { cause reason attemptId checkpointId checkpointName personId decision }`;
const RESULT = `__typename ... on CardSaved { card { ${CARD} } change { id } } ... on CardConflict { card { ${CARD} } }
  ... on WipLimitReached { count limit }`;
const VIEW = `query ($id: ID!) { board(id: $id) { sequence columns { id role } cards { ${CARD} } } }`;
const DELTA = `subscription ($boardId: ID!, $after: Int) { boardChanged(boardId: $boardId, after: $after) {
  sequence reset removedCardIds cards { ${CARD} } } }`;
const DECIDE = `mutation ($input: DecideReviewInput!) { decideReview(input: $input) { __typename
  ... on ReviewDecided { card { ${CARD} } } ... on CardConflict { card { ${CARD} } }
  ... on ReviewRefused { reason confirmation card { ${CARD} } } } }`;

describe('the board', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let desk: Desk;
  let operator: Desk;
  let colleague: ApiClient;
  let faces: Frames;
  let reviewsId: string;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({ databaseUrl: database.url });
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    operator = new Desk(await signIn('OPERATOR'));
    colleague = await signIn('OPERATOR');
    const { boards } = await desk.client.ask<{ boards: { id: string; system: string | null }[] }>(
      '{ boards { id system } }',
    );
    reviewsId = boards.find(({ system }) => system === 'REVIEWS')!.id;
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const signIn = async (role: string) => ApiClient.signIn(stack.api.url, await addUser(desk.client, role, PASSWORD));
  const view = async (id: string, client = operator.client) => (await client.ask<{ board: View }>(VIEW, { id })).board;
  const change = async (operation: string, type: string, input: object, client = operator.client) =>
    (
      await client.ask<{ result: Result }>(
        `mutation ($input: ${type}!) { result: ${operation}(input: $input) { ${RESULT} } }`,
        { input },
      )
    ).result;
  const newBoard = async (...columns: string[]) => {
    const { createBoard } = await desk.client.ask<{ createBoard: { board: { id: string } } }>(
      'mutation ($input: CreateBoardInput!) { createBoard(input: $input) { ... on BoardSaved { board { id } } } }',
      { input: { name: `Board ${randomUUID()}`, columns, idempotencyKey: randomUUID() } },
    );
    const { id } = createBoard.board;
    return { id, columns: (await view(id)).columns.map((column) => column.id) };
  };
  const add = async (columnId: string, title: string) =>
    (await change('createCard', 'CreateCardInput', { columnId, title, idempotencyKey: randomUUID() })).card!;
  const reviewsOf = async (attemptId: string, client = operator.client) =>
    (await view(reviewsId, client)).cards.filter(({ review }) => review?.attemptId === attemptId);
  const reviewOf = async (attemptId: string, cause?: string) => {
    const deadline = Date.now() + OPENED_MS;
    while (Date.now() < deadline) {
      const card = (await reviewsOf(attemptId)).find(({ review }) => cause === undefined || review?.cause === cause);
      if (card !== undefined) return card;
      await sleep(50);
    }
    throw new Error('No card was opened.');
  };
  const decide = async (card: Card, decision: string, further: object = {}, client = operator.client) => {
    const input = { cardId: card.id, decision, reason: 'Seen at the door.', expectedVersion: card.version, ...further };
    return (await client.ask<{ decideReview: Result }>(DECIDE, { input })).decideReview;
  };

  it('shows a change to who watches, and to who comes back what they missed', async () => {
    const { id, columns } = await newBoard('To do', 'Done');
    const card = await add(columns[0]!, 'a');
    const { sequence } = await view(id);
    const changes = colleague.follow<{ boardChanged: { sequence: number; cards: Card[]; removedCardIds: string[] } }>(
      DELTA,
      { boardId: id },
    );
    assert.equal((await changes.next()).value?.boardChanged.sequence, sequence);
    const input = { cardId: card.id, toColumnId: columns[1], expectedVersion: card.version };
    const moved = await change('moveCard', 'MoveCardInput', input);
    const { boardChanged } = (await changes.next()).value!;
    assert.deepEqual([boardChanged.sequence, boardChanged.cards], [sequence + 1, [moved.card]]);
    await change('trashCard', 'CardAtVersionInput', { cardId: card.id, expectedVersion: moved.card!.version });
    assert.deepEqual((await changes.next()).value!.boardChanged.removedCardIds, [card.id]);
    await changes.return();
    const missed = colleague.follow<{ boardChanged: { removedCardIds: string[] } }>(DELTA, {
      boardId: id,
      after: sequence,
    });
    assert.deepEqual((await missed.next()).value!.boardChanged.removedCardIds, [card.id]);
    await missed.return();
  });

  it('answers who was too late, who finds a full column, and who undoes', async () => {
    const { columns } = await newBoard('To do', 'Doing');
    const [a, b] = [await add(columns[0]!, 'a'), await add(columns[0]!, 'b')];
    const column = { id: columns[1], name: 'Doing', wipLimit: 1, wipMode: 'BLOCK' };
    await desk.client.ask('mutation ($input: UpdateColumnInput!) { updateColumn(input: $input) { __typename } }', {
      input: column,
    });
    const move = { cardId: a.id, toColumnId: columns[1], expectedVersion: a.version };
    const answers = await Promise.all([
      change('moveCard', 'MoveCardInput', move),
      change('moveCard', 'MoveCardInput', move, colleague),
    ]);
    assert.deepEqual(answers.map(({ __typename }) => __typename).toSorted(), ['CardConflict', 'CardSaved']);
    for (const { card } of answers) assert.equal(card?.columnId, columns[1]);
    const full = await change('moveCard', 'MoveCardInput', { ...move, cardId: b.id });
    assert.deepEqual([full.__typename, full.count, full.limit], ['WipLimitReached', 1, 1]);
    const { change: moved } = answers.find(({ __typename }) => __typename === 'CardSaved')!;
    const undone = await change(
      'undoCardChange',
      'UndoCardChangeInput',
      { cardId: a.id, changeId: moved!.id },
      colleague,
    );
    assert.equal(undone.card?.columnId, columns[0]);
  });

  it('lets each role do what is its own', async () => {
    const { id, columns } = await newBoard('To do');
    const card = await add(columns[0]!, 'a');
    const input = { cardId: card.id, expectedVersion: card.version };
    const trash = 'mutation ($input: CardAtVersionInput!) { trashCard(input: $input) { __typename } }';
    const remove = 'mutation ($id: ID!) { deleteCard(id: $id) { __typename } }';
    const auditor = await signIn('AUDITOR');
    assert.equal((await view(id, auditor)).cards.length, 1);
    assert.equal(await auditor.errorCode(trash, { input }), 'FORBIDDEN');
    const registrar = await signIn('REGISTRAR');
    assert.equal(
      await registrar.errorCode(DECIDE, { input: { ...input, decision: 'NOTED', reason: 'x' } }),
      'FORBIDDEN',
    );
    assert.equal(await registrar.errorCode(remove, { id: card.id }), 'FORBIDDEN');
    assert.deepEqual(await desk.client.ask(remove, { id: card.id }), { deleteCard: { __typename: 'CardNotInTrash' } });
    await registrar.ask(trash, { input });
    assert.deepEqual(await desk.client.ask(remove, { id: card.id }), { deleteCard: { __typename: 'CardDeleted' } });
    assert.equal((await auditOf(() => database)('CARD_DELETED', 'subject_id', card.id)).length, 1);
  });

  it('opens one card for a validation without an answer, and closes it with a reason', async () => {
    const door = await desk.checkpoint();
    const { personId, card } = await desk.enrol(faces.genuine);
    const opened = await operator.open(door, card);
    await operator.send(opened.capture.token, [faces.nobody]);
    const attempt = await operator.end(opened.attempt.id);
    assert.equal(attempt.state, 'INCONCLUSIVE');
    const found = await reviewOf(attempt.id);
    const { cause, reason, checkpointId, decision } = found.review!;
    assert.deepEqual([cause, reason, checkpointId, decision], ['INCONCLUSIVE', attempt.reason, door, null]);
    assert.equal(found.review!.personId, null, 'an operator reads no persons');
    assert.ok(found.review!.checkpointName.length > 0 && found.review!.checkpointName !== door);
    assert.equal((await reviewsOf(attempt.id, desk.client))[0]?.review?.personId, personId);
    const finished = (await view(reviewsId)).columns.find(({ role }) => role === 'DONE')!.id;
    const away = { cardId: found.id, expectedVersion: found.version };
    for (const refused of [
      `mutation ($input: CardAtVersionInput!) { result: trashCard(input: $input) { ... on CardRefused { reason } } }`,
      `mutation ($input: MoveCardInput!) { result: moveCard(input: $input) { ... on CardRefused { reason } } }`,
    ]) {
      const input = refused.includes('Move') ? { ...away, toColumnId: finished } : away;
      assert.deepEqual(await operator.client.ask(refused, { input }), { result: { reason: 'REVIEW_OPEN' } });
    }
    const empty = { cardId: found.id, decision: 'ASK_AGAIN', reason: '', expectedVersion: found.version };
    assert.equal(await operator.client.errorCode(DECIDE, { input: empty }), 'BAD_USER_INPUT');
    const decided = await decide(found, 'ASK_AGAIN');
    assert.deepEqual([decided.card?.columnId, decided.card?.review?.decision], [finished, 'ASK_AGAIN']);
    assert.equal((await decide(found, 'REJECT', {}, colleague)).__typename, 'CardConflict');
    assert.equal((await decide(decided.card!, 'REJECT', {}, colleague)).reason, 'DECIDED_BEFORE');
    const [event, ...more] = await auditOf(() => database)('REVIEW_DECIDED', 'subject_id', found.id);
    assert.deepEqual(more, []);
    assert.deepEqual(event?.details, {
      decision: 'ASK_AGAIN',
      cause,
      reason,
      checkpointId: door,
      attemptId: attempt.id,
      personId,
    });
    assert.deepEqual(await database.query('SELECT state FROM validation_attempts WHERE id = $1', [attempt.id]), [
      { state: 'INCONCLUSIVE' },
    ]);
    await desk.erase(personId);
    assert.deepEqual(await database.query('SELECT id FROM cards WHERE id = $1', [found.id]), []);
  });

  it('confirms by the rules of a confirmation, and by no other way', async () => {
    const door = await desk.checkpoint('FACE', 'ACTIVE');
    const { card } = await desk.enrol(faces.genuine);
    const shown = async () => {
      const opened = await operator.open(door, card, randomUUID(), { withoutChallenge: true });
      await operator.send(opened.capture.token, [faces.probe]);
      return operator.end(opened.attempt.id);
    };
    const attempt = await shown();
    const waiting = await reviewOf(attempt.id, 'AWAITS_CONFIRMATION');
    assert.equal((await decide(waiting, 'ACCEPT')).reason, 'ATTESTATION_REQUIRED');
    const accepted = await decide(waiting, 'ACCEPT', { attestation: 'KNOWN_PERSON' });
    assert.equal(accepted.card?.review?.decision, 'ACCEPT');
    const words = await database.query(
      'SELECT state, method, attestation FROM validation_attempts WHERE confirms = $1',
      [attempt.id],
    );
    assert.deepEqual(words, [{ state: 'ACCEPTED', method: 'FACE_AND_OPERATOR', attestation: 'KNOWN_PERSON' }]);

    const late = await shown();
    const tooLate = await reviewOf(late.id);
    await database.query(
      `SET session_replication_role = replica;
       UPDATE validation_attempts SET finished_at = now() - interval '11 minutes' WHERE id = '${late.id}';
       SET session_replication_role = DEFAULT`,
    );
    const refused = await decide(tooLate, 'ACCEPT', { attestation: 'KNOWN_PERSON' });
    assert.deepEqual([refused.reason, refused.confirmation], ['NOT_CONFIRMED', 'TOO_LATE']);
    assert.equal((await reviewsOf(late.id))[0]?.review?.decision, null);
    assert.deepEqual(await database.query('SELECT 1 FROM validation_attempts WHERE confirms = $1', [late.id]), []);
  });

  it('has the word of an operator looked at by somebody else', async () => {
    const door = await desk.checkpoint('FACE', 'ACTIVE');
    const { personId, card } = await desk.enrol(faces.genuine);
    await desk.setPin(personId, PIN);
    const attested = await operator.validateWithoutFace({ checkpointId: door, credential: card, pin: PIN });
    const found = await reviewOf(attested.id);
    assert.equal(found.review?.cause, 'BY_OPERATOR');
    assert.equal((await decide(found, 'ACCEPT')).reason, 'OWN_WORD');
    assert.equal((await decide(found, 'ACCEPT', {}, colleague)).__typename, 'ReviewDecided');

    const opened = await operator.open(door, card, randomUUID(), { withoutChallenge: true });
    await operator.send(opened.capture.token, [faces.probe]);
    const { id } = await operator.end(opened.attempt.id);
    const waiting = await reviewOf(id);
    const confirmed = await operator.confirm(id);
    assert.ok(typeof confirmed === 'object');
    const now = await reviewOf(confirmed.id);
    assert.deepEqual([now.id, now.review?.cause], [waiting.id, 'BY_OPERATOR'], 'the same card');
    assert.equal((await decide(waiting, 'REJECT', {}, colleague)).__typename, 'CardConflict');
  });

  it('opens one card for five failures at a kiosk, and the next one after five more', async () => {
    const door = await desk.checkpoint();
    const kiosk = await Kiosk.pair(stack.api.url, await desk.pairingCode(door));
    const fail = async () => (await kiosk.open(`nothing ${randomUUID()}`)).attempt.id;
    const repeated = async () =>
      (await view(reviewsId)).cards.filter(
        ({ review }) => review?.cause === 'REPEATED_FAILURES' && review.checkpointId === door,
      );
    const settled = async () => {
      while ((await database.query(`SELECT 1 FROM outbox WHERE queue = 'tasks'`)).length > 0) await sleep(50);
    };
    for (const [failures, cards] of [
      [4, 0],
      [1, 1],
      [4, 1],
      [1, 2],
    ] as const) {
      for (let failure = 0; failure < failures; failure++) await fail();
      await settled();
      assert.equal((await repeated()).length, cards);
    }
    const [found] = await repeated();
    assert.equal((await decide(found!, 'ACCEPT')).reason, 'NOT_FOR_THIS');
    assert.equal((await decide(found!, 'NOTED')).__typename, 'ReviewDecided');
  });

  it('opens no second card when it is told twice, and loses none while no worker runs', async () => {
    const door = await desk.checkpoint();
    const { personId, card } = await desk.enrol(faces.genuine);
    await desk.setPin(personId, PIN);
    stack.worker.kill('SIGKILL');
    await stack.worker.ended;
    const attested = await operator.validateWithoutFace({ checkpointId: door, credential: card, pin: PIN });
    await database.query(
      `INSERT INTO outbox (id, queue, name, payload, correlation_id)
       SELECT gen_random_uuid(), queue, name, payload, correlation_id FROM outbox, generate_series(1, 3)
       WHERE payload ->> 'attemptId' = $1`,
      [attested.id],
    );
    await stack.startWorker();
    await reviewOf(attested.id);
    while ((await database.query(`SELECT 1 FROM outbox WHERE queue = 'tasks'`)).length > 0) await sleep(50);
    assert.equal((await reviewsOf(attested.id)).length, 1);
  });
});
