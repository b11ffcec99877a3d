import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type ColumnRole } from './board-codes.js';
import { BoardColumnRow } from './board-column.entity.js';

@Injectable()
export class ColumnsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<BoardColumnRow | null> {
    return this.database.first(BoardColumnRow, { id });
  }

  findRole(boardId: string, role: ColumnRole): Promise<BoardColumnRow | null> {
    return this.database.first(BoardColumnRow, { boardId, role });
  }

  /** In their order; archived ones too. */
  of(boardId: string): Promise<BoardColumnRow[]> {
    return this.database.repository(BoardColumnRow).find({ where: { boardId }, order: { position: 'ASC' } });
  }

  async insert(columns: readonly Omit<BoardColumnRow, 'role' | 'archivedAt'>[]): Promise<void> {
    if (columns.length > 0) await this.database.repository(BoardColumnRow).insert([...columns]);
  }

  async update(id: string, change: Partial<Pick<BoardColumnRow, 'name' | 'wipLimit' | 'wipMode'>>): Promise<void> {
    await this.database.repository(BoardColumnRow).update({ id }, change);
  }

  async setArchived(id: string, archived: boolean): Promise<void> {
    await this.database.query(
      'UPDATE board_columns SET archived_at = CASE WHEN $2 THEN coalesce(archived_at, now()) END WHERE id = $1',
      [id, archived],
    );
  }

  async setOrder(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `UPDATE board_columns SET position = place.number
       FROM unnest($1::uuid[]) WITH ORDINALITY AS place (id, number) WHERE board_columns.id = place.id`,
      [ids],
    );
  }

  async delete(id: string): Promise<void> {
    await this.database.query('DELETE FROM board_columns WHERE id = $1', [id]);
  }

  /** Cards that are in it, and all that are or were last in it. */
  async counts(id: string): Promise<{ readonly open: number; readonly all: number }> {
    const [row] = await this.database.query<{ open: number; all: number }>(
      'SELECT count(position)::int AS open, count(*)::int AS all FROM cards WHERE column_id = $1',
      [id],
    );
    return row ?? { open: 0, all: 0 };
  }
}
