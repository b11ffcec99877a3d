import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { violatedUnique } from '../../../platform/database/unique-violation.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { BOARD_LIMITS } from '../limits.js';
import { WipMode } from './board-codes.js';
import { type CreateBoardInput, type MoveBoardPartInput, type RenameBoardInput } from './board.inputs.js';
import {
  BoardRefusal,
  BoardRefused,
  BoardSaved,
  Deleted,
  type DeleteBoardPartResult,
  type SaveBoardResult,
} from './board.type.js';
import { type BoardRecord, BoardsRepository } from './boards.repository.js';
import { ColumnsRepository } from './columns.repository.js';
import { inOrder } from './in-order.js';

@Injectable()
export class BoardsService {
  constructor(
    private readonly database: Database,
    private readonly boards: BoardsRepository,
    private readonly columns: ColumnsRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws NotFoundError */
  async get(id: string): Promise<BoardRecord> {
    const board = await this.boards.find(id);
    if (board === undefined) throw new NotFoundError('Board');
    return board;
  }

  list(archived: boolean): Promise<BoardRecord[]> {
    return this.boards.list(archived);
  }

  /** At the end. */
  create(input: CreateBoardInput, actor: Actor): Promise<SaveBoardResult> {
    const { idempotencyKey: key, ...asked } = input;
    return unlessTaken(() =>
      this.database.transaction(async () => {
        const id = uuidv7();
        const request = { actorId: actor.id, operation: 'createBoard', key, input: asked };
        const earlier = await this.idempotency.claim(request, id);
        if (earlier !== undefined) return new BoardSaved(await this.get(earlier));
        const { length: count } = await this.boards.holdAll();
        if (count >= BOARD_LIMITS.boards) {
          await this.idempotency.release(request);
          return new BoardRefused(BoardRefusal.TOO_MANY);
        }
        await this.insert(id, asked, count + 1, actor);
        return new BoardSaved(await this.get(id));
      }),
    );
  }

  rename({ id, name }: RenameBoardInput): Promise<SaveBoardResult> {
    return unlessTaken(() =>
      this.database.transaction(async () => {
        await this.boards.rename(id, name);
        return new BoardSaved(await this.get(id));
      }),
    );
  }

  /** @throws NotFoundError when there is none of one of the ids */
  move({ id, afterId }: MoveBoardPartInput): Promise<SaveBoardResult> {
    return this.database.transaction(async () => {
      const ids = await this.boards.holdAll();
      const order = ids.includes(id) ? inOrder(ids, id, afterId ?? null) : undefined;
      if (order === undefined) throw new NotFoundError('Board');
      await this.boards.setOrder(order);
      return new BoardSaved(await this.get(id));
    });
  }

  setArchived(id: string, archived: boolean): Promise<SaveBoardResult> {
    return this.database.transaction(async () => {
      const { system } = await this.get(id);
      if (system !== null) return new BoardRefused(BoardRefusal.SYSTEM);
      await this.boards.setArchived(id, archived);
      return new BoardSaved(await this.get(id));
    });
  }

  delete(id: string, actor: Actor): Promise<DeleteBoardPartResult> {
    return this.database.transaction(async () => {
      const order = await this.boards.holdAll();
      const { archivedAt } = await this.get(id);
      if (archivedAt === null) return new BoardRefused(BoardRefusal.NOT_ARCHIVED);
      await this.boards.delete(id);
      await this.boards.setOrder(order.filter((other) => other !== id));
      await this.audit.record({
        action: AuditAction.BOARD_DELETED,
        actor: actor.id,
        subjectKind: AuditSubjectKind.BOARD,
        subjectId: id,
      });
      return new Deleted(id);
    });
  }

  private async insert(
    id: string,
    { name, columns }: Pick<CreateBoardInput, 'name' | 'columns'>,
    position: number,
    actor: Actor,
  ): Promise<void> {
    await this.boards.insert({ id, name, position, createdBy: actor.id });
    const rows = columns.map((column, index) => ({
      id: uuidv7(),
      boardId: id,
      name: column,
      position: index + 1,
      wipLimit: null,
      wipMode: WipMode.WARN,
    }));
    await this.columns.insert(rows);
  }
}

async function unlessTaken(work: () => Promise<SaveBoardResult>): Promise<SaveBoardResult> {
  try {
    return await work();
  } catch (error) {
    if (violatedUnique(error) === 'boards_name_key') return new BoardRefused(BoardRefusal.NAME_TAKEN);
    throw error;
  }
}
