import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { uuidv7 } from '../../../common/ids.js';
import { Database } from '../../../platform/database/database.js';
import { violatedUnique } from '../../../platform/database/unique-violation.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { BOARD_LIMITS } from '../limits.js';
import { type BoardLabelRow } from './board-label.entity.js';
import { type CreateLabelInput, type UpdateLabelInput } from './board.inputs.js';
import {
  BoardRefusal,
  BoardRefused,
  Deleted,
  type DeleteBoardPartResult,
  LabelSaved,
  type SaveLabelResult,
} from './board.type.js';
import { BoardsRepository } from './boards.repository.js';
import { LabelsRepository } from './labels.repository.js';

@Injectable()
export class LabelsService {
  constructor(
    private readonly database: Database,
    private readonly boards: BoardsRepository,
    private readonly labels: LabelsRepository,
    private readonly idempotency: Idempotency,
  ) {}

  create(input: CreateLabelInput, actor: Actor): Promise<SaveLabelResult> {
    const { idempotencyKey: key, ...asked } = input;
    return this.unlessTaken(async () => {
      const id = uuidv7();
      const request = { actorId: actor.id, operation: 'createLabel', key, input: asked };
      const earlier = await this.idempotency.claim(request, id);
      if (earlier !== undefined) return new LabelSaved(await this.get(earlier));
      if (!(await this.boards.hold(asked.boardId))) throw new NotFoundError('Board');
      const { length: count } = await this.labels.of(asked.boardId);
      if (count >= BOARD_LIMITS.labels) {
        await this.idempotency.release(request);
        return new BoardRefused(BoardRefusal.TOO_MANY);
      }
      await this.labels.insert({ id, ...asked });
      return new LabelSaved(await this.get(id));
    });
  }

  update(input: UpdateLabelInput): Promise<SaveLabelResult> {
    return this.unlessTaken(async () => {
      await this.hold(input.id);
      await this.labels.update(input);
      return new LabelSaved(await this.get(input.id));
    });
  }

  archived(boardId: string): Promise<BoardLabelRow[]> {
    return this.labels.archived(boardId);
  }

  setArchived(id: string, archived: boolean): Promise<SaveLabelResult> {
    return this.database.transaction(async () => {
      await this.hold(id);
      await this.labels.setArchived(id, archived);
      return new LabelSaved(await this.get(id));
    });
  }

  delete(id: string): Promise<DeleteBoardPartResult> {
    return this.database.transaction(async () => {
      await this.labels.delete(await this.hold(id));
      return new Deleted(id);
    });
  }

  private async unlessTaken(work: () => Promise<SaveLabelResult>): Promise<SaveLabelResult> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (violatedUnique(error) === 'board_labels_name_key') return new BoardRefused(BoardRefusal.NAME_TAKEN);
      throw error;
    }
  }

  /** The label, once its board is held. */
  private async hold(id: string): Promise<BoardLabelRow> {
    const { boardId } = await this.get(id);
    await this.boards.hold(boardId);
    return this.get(id);
  }

  private async get(id: string): Promise<BoardLabelRow> {
    const label = await this.labels.find(id);
    if (label === null) throw new NotFoundError('Label');
    return label;
  }
}
