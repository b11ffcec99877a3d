import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { uuidv7 } from '../../../common/ids.js';
import { Database } from '../../../platform/database/database.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { BOARD_LIMITS } from '../limits.js';
import { type BoardColumnRow } from './board-column.entity.js';
import { type CreateColumnInput, type MoveBoardPartInput, type UpdateColumnInput } from './board.inputs.js';
import {
  BoardRefusal,
  BoardRefused,
  ColumnSaved,
  Deleted,
  type DeleteBoardPartResult,
  type SaveColumnResult,
} from './board.type.js';
import { BoardsRepository } from './boards.repository.js';
import { ColumnsRepository } from './columns.repository.js';
import { inOrder } from './in-order.js';

@Injectable()
export class ColumnsService {
  constructor(
    private readonly database: Database,
    private readonly boards: BoardsRepository,
    private readonly columns: ColumnsRepository,
    private readonly idempotency: Idempotency,
  ) {}

  create(input: CreateColumnInput, actor: Actor): Promise<SaveColumnResult> {
    const { idempotencyKey: key, ...asked } = input;
    return this.database.transaction(async () => {
      const id = uuidv7();
      const request = { actorId: actor.id, operation: 'createColumn', key, input: asked };
      const earlier = await this.idempotency.claim(request, id);
      if (earlier !== undefined) return new ColumnSaved(await this.get(earlier));
      if (!(await this.boards.hold(asked.boardId))) throw new NotFoundError('Board');
      const { length: count } = await this.columns.of(asked.boardId);
      if (count >= BOARD_LIMITS.columns) {
        await this.idempotency.release(request);
        return new BoardRefused(BoardRefusal.TOO_MANY);
      }
      await this.columns.insert([{ id, ...asked, wipLimit: asked.wipLimit ?? null, position: count + 1 }]);
      return new ColumnSaved(await this.get(id));
    });
  }

  update({ id, name, wipLimit, wipMode }: UpdateColumnInput): Promise<SaveColumnResult> {
    return this.database.transaction(async () => {
      await this.hold(id);
      await this.columns.update(id, { name, wipLimit: wipLimit ?? null, wipMode });
      return new ColumnSaved(await this.get(id));
    });
  }

  /** @throws NotFoundError when the board has none of one of the ids */
  move({ id, afterId }: MoveBoardPartInput): Promise<SaveColumnResult> {
    return this.database.transaction(async () => {
      const { boardId } = await this.hold(id);
      await this.reorder(boardId, (ids) => inOrder(ids, id, afterId ?? null));
      return new ColumnSaved(await this.get(id));
    });
  }

  setArchived(id: string, archived: boolean): Promise<SaveColumnResult> {
    return this.database.transaction(async () => {
      const { role } = await this.hold(id);
      if (role !== null) return new BoardRefused(BoardRefusal.SYSTEM);
      const { open } = await this.columns.counts(id);
      if (archived && open > 0) return new BoardRefused(BoardRefusal.NOT_EMPTY, open);
      await this.columns.setArchived(id, archived);
      return new ColumnSaved(await this.get(id));
    });
  }

  delete(id: string): Promise<DeleteBoardPartResult> {
    return this.database.transaction(async () => {
      const { boardId, role } = await this.hold(id);
      if (role !== null) return new BoardRefused(BoardRefusal.SYSTEM);
      const { all } = await this.columns.counts(id);
      if (all > 0) return new BoardRefused(BoardRefusal.NOT_EMPTY, all);
      await this.columns.delete(id);
      await this.reorder(boardId, (ids) => [...ids]);
      return new Deleted(id);
    });
  }

  private async reorder(boardId: string, change: (ids: string[]) => string[] | undefined): Promise<void> {
    const order = change((await this.columns.of(boardId)).map(({ id }) => id));
    if (order === undefined) throw new NotFoundError('Column');
    await this.columns.setOrder(order);
  }

  /** The column, once its board is held. */
  private async hold(id: string): Promise<BoardColumnRow> {
    const { boardId } = await this.get(id);
    await this.boards.hold(boardId);
    return this.get(id);
  }

  private async get(id: string): Promise<BoardColumnRow> {
    const column = await this.columns.find(id);
    if (column === null) throw new NotFoundError('Column');
    return column;
  }
}
