import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { hashPassword } from '../../src/modules/auth/index.js';
import { LabelColour, SystemBoard, WipMode } from '../../src/modules/tasks/boards/board-codes.js';
import {
  BoardRefusal,
  BoardRefused,
  BoardSaved,
  ColumnSaved,
  Deleted,
  LabelSaved,
  type BoardColumn,
} from '../../src/modules/tasks/boards/board.type.js';
import {
  type Card,
  CardConflict,
  CardRefused,
  CardSaved,
  WipLimitReached,
} from '../../src/modules/tasks/cards/card.type.js';
import { as, boardOn, someUser, type TestBoard } from '../support/board.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { withoutPostgres } from '../support/servers.js';

describe('the board', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let board: TestBoard;
  let boardId: string;
  let columns: readonly BoardColumn[];
  const actor = someUser();

  before(async () => {
    database = await openDatabase();
    board = boardOn(database.door, database.url);
    await database.query(
      `INSERT INTO users (id, email, display_name, password_hash, roles) VALUES ($1, 'o@school.test', 'Olga', $2, '{OPERATOR}')`,
      [actor.id, await hashPassword('correct horse battery')],
    );
  });
  after(() => database.drop());

  const fresh = async (...names: string[]) => {
    const input = { name: `Board ${randomUUID()}`, columns: names, idempotencyKey: randomUUID() };
    boardId = as(BoardSaved, await board.boards.create(input, actor)).board.id;
    ({ columns } = await board.board.view(boardId, actor));
  };
  const input = (columnId: string, title: string) => ({
    columnId,
    title,
    description: '',
    labelIds: [],
    assigneeIds: [],
    idempotencyKey: randomUUID(),
  });
  const add = async (title: string, column = 0) =>
    as(CardSaved, await board.editing.create(input(columns[column]!.id, title), actor)).card;
  const at = ({ id, version }: Pick<Card, 'id' | 'version'>) => ({ cardId: id, expectedVersion: version });
  const move = (card: Pick<Card, 'id' | 'version'>, column: number, afterCardId: string | null = null) =>
    board.editing.move({ ...at(card), toColumnId: columns[column]!.id, afterCardId }, actor);
  const titles = async () => {
    const { cards } = await board.board.view(boardId, actor);
    return columns.map(({ id }) => cards.filter(({ columnId }) => columnId === id).map(({ title }) => title));
  };

  it('keeps cards in the order that the server gave them', async () => {
    await fresh('To do', 'Done');
    const [a, b, c] = [await add('a'), await add('b'), await add('c')];
    assert.deepEqual(await titles(), [['a', 'b', 'c'], []]);
    await move(c, 0);
    assert.deepEqual(await titles(), [['c', 'a', 'b'], []]);
    await move(a, 1);
    await move(b, 1, a.id);
    assert.deepEqual(await titles(), [['c'], ['a', 'b']]);
  });

  it('answers a stale move with the card as it is, and moves nothing', async () => {
    await fresh('To do', 'Done');
    const [a, b] = [await add('a'), await add('b')];
    const moved = as(CardSaved, await move(a, 1)).card;
    const conflict = as(CardConflict, await move(a, 0, b.id));
    assert.deepEqual([conflict.card.columnId, conflict.card.version], [columns[1]!.id, moved.version]);
    // The card above has left the column: where it should go is not known any more.
    assert.equal(as(CardConflict, await move(b, 0, a.id)).card.id, b.id);
    assert.equal(as(CardConflict, await move(b, 0, b.id)).card.id, b.id);
    assert.deepEqual(await titles(), [['b'], ['a']]);
  });

  it('moves no card to another board or to a column that is not there', async () => {
    await fresh('Elsewhere');
    const elsewhere = columns[0]!.id;
    await fresh('To do');
    const a = await add('a');
    for (const toColumnId of [elsewhere, randomUUID()])
      await assert.rejects(board.editing.move({ ...at(a), toColumnId, afterCardId: null }, actor), /Column not found/);
    assert.deepEqual(await titles(), [['a']]);
  });

  it('keeps a full column from taking more, where it says so', async () => {
    await fresh('To do', 'Doing');
    const { id, name } = columns[1]!;
    const limit = (wipMode: WipMode) => board.columns.update({ id, name, wipLimit: 1, wipMode });
    await limit(WipMode.BLOCK);
    const [a, b] = [await add('a'), await add('b')];
    const inside = as(CardSaved, await move(a, 1)).card;
    const full = new WipLimitReached(id, 1, 1);
    assert.deepEqual(as(WipLimitReached, await move(b, 1)), full);
    const refused = input(id, 'c');
    assert.deepEqual(as(WipLimitReached, await board.editing.create(refused, actor)), full);
    as(CardSaved, await board.editing.move({ ...at(inside), toColumnId: id, afterCardId: null }, actor));
    await limit(WipMode.WARN);
    as(CardSaved, await board.editing.create(refused, actor));
    as(CardSaved, await move(b, 1));
  });

  it('takes changes back one by one, the latest first', async () => {
    await fresh('To do', 'Done');
    const [a, b] = [await add('a'), await add('b')];
    const moved = as(CardSaved, await move(a, 1));
    const edited = as(
      CardSaved,
      await board.editing.update({ ...at(moved.card), title: 'A', description: 'more' }, actor),
    );
    const undo = (changeId: string | undefined) => board.undoing.undo({ cardId: a.id, changeId: changeId! }, actor);
    assert.equal(as(CardRefused, await undo(moved.change?.id)).reason, 'CHANGED_SINCE');
    const back = as(CardSaved, await undo(edited.change?.id)).card;
    assert.deepEqual([back.title, back.description, back.columnId], ['a', '', columns[1]!.id]);
    assert.equal(as(CardRefused, await undo(edited.change?.id)).reason, 'CHANGED_SINCE');
    as(CardSaved, await undo(moved.change?.id));
    assert.deepEqual(await titles(), [['a', 'b'], []]);
    assert.equal(b.title, 'b');
  });

  it('has lost nothing of a card that was thrown away, archived and taken back', async () => {
    await fresh('To do', 'Done');
    const due = new Date('2030-01-01T10:00:00.000Z');
    const label = as(
      LabelSaved,
      await board.labels.create(
        { boardId, name: 'urgent', colour: LabelColour.RED, idempotencyKey: randomUUID() },
        actor,
      ),
    ).label;
    const full = { ...input(columns[0]!.id, 'full'), labelIds: [label.id], assigneeIds: [actor.id], dueAt: due };
    const { card } = as(CardSaved, await board.editing.create(full, actor));
    const other = await add('other');
    const changed = as(
      CardSaved,
      await board.editing.update({ ...at(card), dueAt: null, labelIds: [], assigneeIds: [] }, actor),
    );
    const undone = as(
      CardSaved,
      await board.undoing.undo({ cardId: card.id, changeId: changed.change!.id }, actor),
    ).card;
    assert.deepEqual([undone.dueAt, undone.labelIds, undone.assigneeIds], [due, [label.id], [actor.id]]);
    const trashed = as(CardSaved, await board.editing.trash(at(undone), actor));
    assert.deepEqual(await titles(), [['other'], []]);
    assert.equal(as(CardRefused, await move(trashed.card, 1)).reason, 'NOT_OPEN');
    const again = as(
      CardSaved,
      await board.undoing.undo({ cardId: card.id, changeId: trashed.change!.id }, actor),
    ).card;
    assert.deepEqual(await titles(), [['full', 'other'], []], 'where it was');
    const archived = as(CardSaved, await board.editing.archive(at(again), actor)).card;
    const page = await board.cards.archived({ boardId, first: 10 }, actor);
    assert.deepEqual(
      page.nodes.map(({ id }) => id),
      [card.id],
    );
    as(CardSaved, await board.editing.reopen(at(archived), actor));
    assert.deepEqual(await titles(), [['other', 'full'], []]);
    assert.equal(other.version, 1);
  });

  it('ticks items whatever the version is, and counts them', async () => {
    await fresh('To do');
    const items = ['one', 'two'].map((text) => ({ text, done: false }));
    const { card } = as(
      CardSaved,
      await board.editing.setChecklists({ ...at(await add('a')), checklists: [{ title: 'List', items }] }, actor),
    );
    const ids = card.checklists[0]!.items.map(({ id }) => id);
    await Promise.all(ids.map((itemId) => board.editing.tick({ cardId: card.id, itemId, done: true }, actor)));
    const [summary] = (await board.board.view(boardId, actor)).cards;
    assert.deepEqual([summary!.checklistItems, summary!.checklistItemsDone, summary!.version], [2, 2, 4]);
  });

  it('lets nobody change or delete the comment of somebody else', async () => {
    await fresh('To do');
    const card = await add('a');
    const request = { cardId: card.id, body: 'mine', idempotencyKey: randomUUID() };
    const [comment, repeated] = [await board.comments.add(request, actor), await board.comments.add(request, actor)];
    assert.equal(repeated.id, comment.id);
    for (const work of [
      () => board.comments.edit({ id: comment.id, body: 'theirs' }, someUser()),
      () => board.comments.delete(comment.id, someUser()),
    ])
      await assert.rejects(work, { code: 'FORBIDDEN' });
    assert.equal((await board.cards.get(card.id, actor)).commentCount, 1);
    assert.equal((await board.comments.edit({ id: comment.id, body: 'still mine' }, actor)).body, 'still mine');
    assert.ok(await board.comments.delete(comment.id, actor));
    assert.ok(!(await board.comments.delete(comment.id, actor)));
    assert.equal((await board.cards.get(card.id, actor)).commentCount, 0);
  });

  it('gives a deleted comment back to its author, and to nobody else', async () => {
    await fresh('To do');
    const card = await add('a');
    const comment = await board.comments.add({ cardId: card.id, body: 'mine', idempotencyKey: randomUUID() }, actor);
    await board.comments.delete(comment.id, actor);
    assert.deepEqual(await board.cards.comments(card.id), []);
    await assert.rejects(board.comments.edit({ id: comment.id, body: 'x' }, actor), { code: 'NOT_FOUND' });
    assert.deepEqual(await board.cards.deletedComments(card.id, someUser()), []);
    await assert.rejects(board.comments.restore(comment.id, someUser()), { code: 'FORBIDDEN' });
    assert.equal((await board.cards.deletedComments(card.id, actor))[0]?.body, 'mine');
    for (const _ of ['once', 'again']) assert.equal((await board.comments.restore(comment.id, actor)).body, 'mine');
    assert.equal((await board.cards.get(card.id, actor)).commentCount, 1);
  });

  it('hides an archived label, and has it on its cards again when it is taken back', async () => {
    await fresh('To do');
    const named = (name: string) => ({ boardId, name, colour: LabelColour.RED, idempotencyKey: randomUUID() });
    const { label } = as(LabelSaved, await board.labels.create(named('urgent'), actor));
    const card = as(CardSaved, await board.editing.update({ ...at(await add('a')), labelIds: [label.id] }, actor)).card;
    assert.ok(as(LabelSaved, await board.labels.setArchived(label.id, true)).label.archivedAt);
    assert.deepEqual((await board.board.view(boardId, actor)).labels, []);
    assert.equal((await board.labels.archived(boardId))[0]?.id, label.id);
    const kept = await board.editing.update({ ...at(card), labelIds: [label.id], title: 'A' }, actor);
    assert.deepEqual(as(CardSaved, kept).card.labelIds, [label.id]);
    await assert.rejects(board.editing.update({ ...at(await add('b')), labelIds: [label.id] }, actor), /no such label/);
    as(LabelSaved, await board.labels.setArchived(label.id, false));
    assert.equal((await board.board.view(boardId, actor)).labels[0]?.id, label.id);
  });

  it('tells what each change was about, and from where to where', async () => {
    await fresh('To do', 'Done');
    const edited = as(
      CardSaved,
      await board.editing.update({ ...at(await add('a')), title: 'A', dueAt: new Date() }, actor),
    );
    const moved = as(CardSaved, await move(edited.card, 1));
    await board.undoing.undo({ cardId: moved.card.id, changeId: moved.change!.id }, actor);
    const [todo, finished] = columns.map(({ id }) => id);
    assert.deepEqual(
      (await board.cards.changes(moved.card.id)).map(({ kind, fields, fromColumnId, columnId, undoable }) => [
        kind,
        fields,
        fromColumnId,
        columnId,
        undoable,
      ]),
      [
        ['UNDONE', [], finished, todo, false],
        ['MOVED', [], todo, finished, false],
        ['EDITED', ['TITLE', 'DUE_DATE'], null, todo, true],
        ['CREATED', [], null, todo, true],
      ],
    );
  });

  it('finds open cards by words of title and description, whatever accents and capitals they have', async () => {
    await fresh('To do');
    const a = await add('Revisión del ÁRBOL');
    const b = as(
      CardSaved,
      await board.editing.update({ ...at(await add('b')), description: '100% NIÑO' }, actor),
    ).card;
    const found = (text: string) => board.cards.matching({ boardId, text });
    assert.deepEqual(await found('arbol revision'), [a.id]);
    assert.deepEqual(await found('niño'), [b.id]);
    assert.deepEqual(await found('100%'), [b.id]);
    for (const nothing of ['%', '_', 'arbol niño'])
      assert.deepEqual(await found(nothing), nothing === '%' ? [b.id] : []);
    await board.editing.archive(at(b), actor);
    assert.deepEqual(await found('niño'), []);
  });

  it('deletes no column with cards, no board in use, and nothing of its own', async () => {
    await fresh('To do', 'Done');
    const card = await add('a');
    const [full, empty] = columns;
    assert.deepEqual(await board.columns.delete(full!.id), new BoardRefused(BoardRefusal.NOT_EMPTY, 1));
    await board.editing.archive(at(card), actor);
    assert.equal(as(BoardRefused, await board.columns.delete(full!.id)).reason, 'NOT_EMPTY');
    assert.ok(as(ColumnSaved, await board.columns.setArchived(full!.id, true)).column.archivedAt);
    assert.equal(as(Deleted, await board.columns.delete(empty!.id)).id, empty!.id);
    assert.equal(as(BoardRefused, await board.boards.delete(boardId, actor)).reason, 'NOT_ARCHIVED');
    const reviews = (await board.boards.list(false)).find(({ system }) => system === SystemBoard.REVIEWS);
    assert.equal(as(BoardRefused, await board.boards.setArchived(reviews!.id, true)).reason, 'SYSTEM');
    as(BoardSaved, await board.boards.setArchived(boardId, true));
    as(Deleted, await board.boards.delete(boardId, actor));
    assert.deepEqual(await database.query('SELECT id FROM cards WHERE id = $1', [card.id]), []);
  });

  it('is read whole with as many statements for a thousand cards as for one', async (t) => {
    const statements = async (work: () => Promise<unknown>): Promise<number> => {
      let count = 0;
      const { subscribers } = database.door.manager.dataSource;
      subscribers.push({
        beforeQuery: () => {
          count++;
        },
      });
      await work();
      subscribers.pop();
      return count;
    };
    await fresh(...Array.from({ length: 8 }, (_, number) => `Column ${number}`));
    await add('one');
    const one = await statements(() => board.board.view(boardId, actor));
    await database.query(
      `INSERT INTO cards (id, board_id, column_id, position, title, description)
       SELECT gen_random_uuid(), $1, ($2::uuid[])[1 + number % 8], number, 'Card ' || number, repeat('text ', 400)
       FROM generate_series(1, 999) AS number`,
      [boardId, columns.map(({ id }) => id)],
    );
    const start = performance.now();
    const { cards } = await board.board.view(boardId, actor);
    t.diagnostic(`${cards.length} cards in ${(performance.now() - start).toFixed(0)} ms`);
    assert.equal(cards.length, 1_000);
    assert.equal(await statements(() => board.board.view(boardId, actor)), one);
    assert.ok(one <= 6);
  });

  it('tells what became different since any change, and to start anew when it is not known any more', async () => {
    await fresh('To do', 'Done');
    const [a, b] = [await add('a'), await add('b')];
    const { sequence } = await board.board.view(boardId, actor);
    assert.deepEqual(await board.board.delta(boardId, sequence, actor), {
      sequence,
      reset: false,
      board: null,
      columns: null,
      labels: null,
      cards: [],
      removedCardIds: [],
    });
    await move(a, 1);
    await board.editing.trash(at(b), actor);
    await board.columns.update({ id: columns[0]!.id, name: 'Soon', wipMode: WipMode.WARN });
    await board.boards.rename({ id: boardId, name: `Renamed ${randomUUID()}` });
    const delta = await board.board.delta(boardId, sequence, actor);
    assert.equal(delta.sequence, sequence + 4);
    assert.deepEqual(
      delta.cards.map(({ id, columnId }) => [id, columnId]),
      [[a.id, columns[1]!.id]],
    );
    assert.deepEqual(delta.removedCardIds, [b.id]);
    assert.deepEqual(
      delta.columns?.map(({ name }) => name),
      ['Soon', 'Done'],
    );
    assert.match(String(delta.board?.name), /^Renamed/);
    await database.query('DELETE FROM board_changes WHERE board_id = $1 AND sequence <= $2', [boardId, sequence + 1]);
    for (const lost of [sequence, sequence + 99]) assert.ok((await board.board.delta(boardId, lost, actor)).reset);
    assert.ok(!(await board.board.delta(boardId, sequence + 1, actor)).reset);
  });
});
