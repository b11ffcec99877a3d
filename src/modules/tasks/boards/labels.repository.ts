import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { BoardLabelRow } from './board-label.entity.js';

@Injectable()
export class LabelsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<BoardLabelRow | null> {
    return this.database.first(BoardLabelRow, { id });
  }

  /** Archived ones too. */
  of(boardId: string): Promise<BoardLabelRow[]> {
    return this.database.repository(BoardLabelRow).find({ where: { boardId }, order: { name: 'ASC' } });
  }

  inUse(boardId: string): Promise<BoardLabelRow[]> {
    return this.database
      .repository(BoardLabelRow)
      .find({ where: { boardId, archivedAt: IsNull() }, order: { name: 'ASC' } });
  }

  archived(boardId: string): Promise<BoardLabelRow[]> {
    return this.database
      .repository(BoardLabelRow)
      .find({ where: { boardId, archivedAt: Not(IsNull()) }, order: { name: 'ASC' } });
  }

  /** Archiving an archived one keeps the time since when it is. */
  async setArchived(id: string, archived: boolean): Promise<void> {
    await this.database.query(
      'UPDATE board_labels SET archived_at = CASE WHEN $2 THEN coalesce(archived_at, now()) END WHERE id = $1',
      [id, archived],
    );
  }

  async insert(label: Omit<BoardLabelRow, 'archivedAt'>): Promise<void> {
    await this.database.repository(BoardLabelRow).insert(label);
  }

  async update({ id, name, colour }: Pick<BoardLabelRow, 'id' | 'name' | 'colour'>): Promise<void> {
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
