import { Injectable } from '@nestjs/common';
import { follow } from '../../../platform/events/follow.js';
import { StateChanges } from '../../../platform/events/state-changes.js';
import { type Actor, Colleagues, Permission } from '../../auth/index.js';
import { CardReading } from '../cards/card-reading.service.js';
import { BoardChanges } from './board-changes.repository.js';
import { BoardSubject } from './board-codes.js';
import { type BoardDelta, type BoardMember, type BoardView } from './board.type.js';
import { BoardsService } from './boards.service.js';
import { ColumnsRepository } from './columns.repository.js';
import { LabelsRepository } from './labels.repository.js';

/** More than so many at once are read faster by reading the board. */
const MAX_CHANGES = 1_000;

/** A board as it is, and what becomes different on it. */
@Injectable()
export class BoardReading {
  constructor(
    private readonly boards: BoardsService,
    private readonly columns: ColumnsRepository,
    private readonly labels: LabelsRepository,
    private readonly cards: CardReading,
    private readonly notes: BoardChanges,
    private readonly colleagues: Colleagues,
    private readonly changes: StateChanges,
  ) {}

  /** The number is read first: what is newer in the rest comes a second time, and does no harm. */
  async view(id: string, actor: Actor): Promise<BoardView> {
    const board = await this.boards.get(id);
    const [columns, labels, cards] = await Promise.all([
      this.columns.of(id),
      this.labels.inUse(id),
      this.cards.openOf(id, actor),
    ]);
    return { board, sequence: board.sequence, columns, labels, cards };
  }

  /** @throws NotFoundError */
  async delta(boardId: string, after: number, actor: Actor): Promise<BoardDelta> {
    const board = await this.boards.get(boardId);
    const notes = await this.notes.after(boardId, after, MAX_CHANGES + 1);
    // The first that is kept is not the next: those between are forgotten, or the number is of another database.
    const gap = notes.length === 0 ? after !== board.sequence : notes[0]?.sequence !== after + 1;
    if (gap || notes.length > MAX_CHANGES) return { ...NOTHING, sequence: board.sequence, reset: true };
    const about = Map.groupBy(notes, ({ kind }) => kind);
    const cardIds = [...new Set(about.get(BoardSubject.CARD)?.map(({ aboutId }) => aboutId))];
    const cards = await this.cards.openAmong(boardId, cardIds, actor);
    const open = new Set(cards.map(({ id }) => id));
    return {
      sequence: notes.at(-1)?.sequence ?? after,
      reset: false,
      board: about.has(BoardSubject.BOARD) ? board : null,
      columns: about.has(BoardSubject.COLUMN) ? await this.columns.of(boardId) : null,
      labels: about.has(BoardSubject.LABEL) ? await this.labels.inUse(boardId) : null,
      cards,
      removedCardIds: cardIds.filter((id) => !open.has(id)),
    };
  }

  /** What is different after `after` (undefined: from now on), at once and then after each change; never ends by itself. */
  follow(boardId: string, after: number | undefined, actor: Actor): AsyncGenerator<BoardDelta, void> {
    let seen = after;
    const read = async (): Promise<BoardDelta> => {
      const delta = await this.delta(boardId, seen ?? (await this.boards.get(boardId)).sequence, actor);
      seen = delta.sequence;
      return delta;
    };
    return follow(this.changes, { topic: 'board', id: boardId }, read, () => false);
  }

  async members(): Promise<BoardMember[]> {
    const colleagues = await this.colleagues.who(Permission.BoardWrite);
    return colleagues.map(({ id, displayName, able }) => ({ id, displayName, assignable: able }));
  }
}

const NOTHING = { board: null, columns: null, labels: null, cards: [], removedCardIds: [] } as const;
