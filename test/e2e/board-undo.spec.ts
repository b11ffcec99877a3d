import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

const PASSWORD = 'correct horse battery';

interface Identified {
  readonly id: string;
}

describe('what was deleted on a board', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let operator: ApiClient;
  let colleague: ApiClient;
  let boardId: string;
  let cardId: string;

  before(async () => {
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url });
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
    [operator, colleague] = [await signIn('OPERATOR'), await signIn('OPERATOR')];
    const { createBoard } = await admin.ask<{ createBoard: { board: Identified } }>(
      'mutation ($input: CreateBoardInput!) { createBoard(input: $input) { ... on BoardSaved { board { id } } } }',
      { input: { name: 'Secretaría', columns: ['To do'], idempotencyKey: randomUUID() } },
    );
    boardId = createBoard.board.id;
    const { board } = await operator.ask<{ board: { columns: Identified[] } }>(
      'query ($id: ID!) { board(id: $id) { columns { id } } }',
      { id: boardId },
    );
    const { createCard } = await operator.ask<{ createCard: { card: Identified } }>(
      'mutation ($input: CreateCardInput!) { createCard(input: $input) { ... on CardSaved { card { id } } } }',
      { input: { columnId: board.columns[0]!.id, title: 'Revisión', idempotencyKey: randomUUID() } },
    );
    cardId = createCard.card.id;
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const signIn = async (role: string) => ApiClient.signIn(stack.api.url, await addUser(admin, role, PASSWORD));

  it('gives a comment back to its author, and to nobody else', async () => {
    const { addComment } = await operator.ask<{ addComment: Identified }>(
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }',
      { input: { cardId, body: 'mine', idempotencyKey: randomUUID() } },
    );
    await operator.ask('mutation ($id: ID!) { deleteComment(id: $id) }', { id: addComment.id });
    const restore = 'mutation ($id: ID!) { restoreComment(id: $id) { body } }';
    assert.equal(await colleague.errorCode(restore, { id: addComment.id }), 'FORBIDDEN');
    const comments = 'query ($id: ID!) { card(id: $id) { comments { id } deletedComments { id } } }';
    const nothing = { comments: [], deletedComments: [] };
    assert.deepEqual(await colleague.ask(comments, { id: cardId }), { card: nothing });
    assert.deepEqual(await operator.ask(comments, { id: cardId }), {
      card: { ...nothing, deletedComments: [addComment] },
    });
    assert.deepEqual(await operator.ask(restore, { id: addComment.id }), { restoreComment: { body: 'mine' } });
    assert.deepEqual(await colleague.ask(comments, { id: cardId }), { card: { ...nothing, comments: [addComment] } });
  });

  it('gives a label back to an administrator', async () => {
    const { createLabel } = await operator.ask<{ createLabel: { label: Identified } }>(
      'mutation ($input: CreateLabelInput!) { createLabel(input: $input) { ... on LabelSaved { label { id } } } }',
      { input: { boardId, name: 'urgent', colour: 'RED', idempotencyKey: randomUUID() } },
    );
    const { label } = createLabel;
    const archive =
      'mutation ($id: ID!, $archived: Boolean!) { setLabelArchived(id: $id, archived: $archived) { __typename } }';
    assert.equal(await operator.errorCode(archive, { ...label, archived: true }), 'FORBIDDEN');
    const labels = 'query ($id: ID!) { board(id: $id) { labels { id } } archivedLabels(boardId: $id) { id } }';
    for (const archived of [true, false]) {
      await admin.ask(archive, { ...label, archived });
      assert.deepEqual(await operator.ask(labels, { id: boardId }), {
        board: { labels: archived ? [] : [label] },
        archivedLabels: archived ? [label] : [],
      });
    }
  });

  it('is not found by a search, which knows no accents', async () => {
    const search = 'query ($id: ID!) { cardsMatching(boardId: $id, text: "REVISION") }';
    assert.deepEqual(await operator.ask(search, { id: boardId }), { cardsMatching: [cardId] });
    const input = { cardId, expectedVersion: 1 };
    await operator.ask('mutation ($input: CardAtVersionInput!) { trashCard(input: $input) { __typename } }', { input });
    assert.deepEqual(await operator.ask(search, { id: boardId }), { cardsMatching: [] });
  });
});
