import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { BoardLabelRow } from './board-label.entity.js';

@Injectable()
export class LabelsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<BoardLabelRow | null> {
    return this.database.first(BoardLabelRow, { id });
  }

  of(boardId: string): Promise<BoardLabelRow[]> {
    return this.database.repository(BoardLabelRow).find({ where: { boardId }, order: { name: 'ASC' } });
  }

  async insert(label: BoardLabelRow): Promise<void> {
    await this.database.repository(BoardLabelRow).insert(label);
  }

  async update({ id, name, colour }: Omit<BoardLabelRow, 'boardId'>): Promise<void> {
    await this.database.repository(BoardLabelRow).update({ id }, { name, colour });
  }

  /** From the cards, too: that is no change of what they say, and so no new version of them. */
  async delete({ id, boardId }: BoardLabelRow): Promise<void> {
    await this.database.query(
      'UPDATE cards SET label_ids = array_remove(label_ids, $2) WHERE board_id = $1 AND $2 = ANY(label_ids)',
      [boardId, id],
    );
    await this.database.query('DELETE FROM board_labels WHERE id = $1', [id]);
  }
}
