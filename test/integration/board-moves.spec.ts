import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { repeatableRandom } from '../../scripts/eval/random.js';
import { BoardSaved, type BoardDelta } from '../../src/modules/tasks/boards/board.type.js';
import {
  type CardSummary,
  CardConflict,
  CardSaved,
  type ChangeCardResult,
} from '../../src/modules/tasks/cards/card.type.js';
import { as, boardOn, someUser, type TestBoard } from '../support/board.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { withoutPostgres } from '../support/servers.js';

const CLIENTS = 4;
const MOVES = 500;
const CARDS = 40;
const COLUMNS = ['Pending', 'Doing', 'Waiting', 'Done'];

/** What one browser knows of a board. It hears of changes late, as browsers do. */
class Client {
  private readonly known = new Map<string, CardSummary>();
  private sequence = 0;
  conflicts = 0;

  constructor(
    private readonly board: TestBoard,
    private readonly boardId: string,
    private readonly actor = someUser(),
  ) {}

  async open(): Promise<void> {
    const { cards, sequence } = await this.board.board.view(this.boardId, this.actor);
    for (const card of cards) this.known.set(card.id, card);
    this.sequence = sequence;
  }

  /** Asks for a move between two cards as this client sees them. */
  async moveSomething(columnIds: readonly string[]): Promise<void> {
    const card = pick([...this.known.values()]);
    const toColumnId = pick(columnIds);
    const afterCardId = pick([null, ...this.column(toColumnId).filter((id) => id !== card.id)]);
    const move = { cardId: card.id, toColumnId, afterCardId, expectedVersion: card.version };
    this.learn(await this.board.editing.move(move, this.actor));
  }

  async catchUp(): Promise<void> {
    this.apply(await this.board.board.delta(this.boardId, this.sequence, this.actor));
  }

  column(columnId: string): string[] {
    const cards = [...this.known.values()].filter((card) => card.columnId === columnId);
    return cards.toSorted((one, other) => Number(one.position) - Number(other.position)).map(({ id }) => id);
  }

  private apply({ cards, removedCardIds, sequence, reset }: BoardDelta): void {
    assert.ok(!reset);
    for (const card of cards) this.known.set(card.id, card);
    for (const id of removedCardIds) this.known.delete(id);
    this.sequence = sequence;
  }

  private learn(result: ChangeCardResult): void {
    assert.ok(result instanceof CardSaved || result instanceof CardConflict, result.constructor.name);
    if (result instanceof CardConflict) this.conflicts++;
    this.known.set(result.card.id, result.card);
  }
}

const random = repeatableRandom();
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;

describe('moves of cards', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let board: TestBoard;
  const actor = someUser();

  before(async () => {
    database = await openDatabase(CLIENTS + 1);
    board = boardOn(database.door, database.url);
  });
  after(() => database.drop());

  const newBoard = async (columns: string[], cards: number) => {
    const input = { name: `Board ${randomUUID()}`, columns, idempotencyKey: randomUUID() };
    const { id } = as(BoardSaved, await board.boards.create(input, actor)).board;
    const columnIds = (await board.board.view(id, actor)).columns.map((column) => column.id);
    for (let number = 0; number < cards; number++) await add(columnIds[number % columnIds.length]!, `Card ${number}`);
    return { id, columnIds };
  };
  const add = async (columnId: string, title: string) => {
    const input = { columnId, title, description: '', labelIds: [], assigneeIds: [], idempotencyKey: randomUUID() };
    return as(CardSaved, await board.editing.create(input, actor)).card;
  };
  const rows = (boardId: string) =>
    database.query<{ id: string; columnId: string }>(
      `SELECT id, column_id AS "columnId" FROM cards WHERE board_id = $1 AND position IS NOT NULL ORDER BY position`,
      [boardId],
    );

  it(`of ${CLIENTS} clients, ${MOVES} each and at once, end in one order with no card lost`, async (t) => {
    const { id, columnIds } = await newBoard(COLUMNS, CARDS);
    const clients = Array.from({ length: CLIENTS }, () => new Client(board, id));
    await Promise.all(clients.map((client) => client.open()));
    const work = async (client: Client) => {
      for (let move = 0; move < MOVES; move++) {
        await client.moveSomething(columnIds);
        if (random() < 1 / 3) await client.catchUp();
      }
    };
    await Promise.all(clients.map(work));
    await Promise.all(clients.map((client) => client.catchUp()));
    const server = await rows(id);
    assert.equal(new Set(server.map((row) => row.id)).size, CARDS);
    for (const columnId of columnIds) {
      const order = server.filter((row) => row.columnId === columnId).map((row) => row.id);
      for (const client of clients) assert.deepEqual(client.column(columnId), order);
    }
    const conflicts = clients.reduce((sum, client) => sum + client.conflicts, 0);
    assert.ok(conflicts > 0, 'without a conflict nothing was shown');
    t.diagnostic(`${conflicts} of ${CLIENTS * MOVES} moves were conflicts`);
  });

  it('into one gap, a thousand, find room each time and keep their order', async () => {
    const { id, columnIds } = await newBoard(['Only'], 2);
    const [columnId] = columnIds as [string];
    const [first, last] = (await rows(id)).map((row) => row.id);
    const moved = await add(columnId, 'Moved');
    let { version } = moved;
    // Each lands between the first card and the one that landed there before.
    const others = [moved.id, (await add(columnId, 'Other')).id] as const;
    const versions = new Map([
      [others[0], version],
      [others[1], 1],
    ]);
    for (let move = 0; move < 1_000; move++) {
      const cardId = others[move % 2 === 0 ? 1 : 0];
      const input = { cardId, toColumnId: columnId, afterCardId: first!, expectedVersion: versions.get(cardId)! };
      const saved = as(CardSaved, await board.editing.move(input, actor));
      ({ version } = saved.card);
      versions.set(cardId, version);
    }
    assert.deepEqual(
      (await rows(id)).map((row) => row.id),
      [first, others[0], others[1], last],
    );
    assert.equal(versions.get(others[0]), 501);
  });
});
