import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type SystemBoard } from './board-codes.js';
import { BoardRow } from './board.entity.js';
import { type Board } from './board.type.js';

export type BoardRecord = Board & Pick<BoardRow, 'sequence'>;

const BOARD = `board.id, board.name, board.system, board.position, board.sequence, board.created_at AS "createdAt",
  board.archived_at AS "archivedAt",
  (SELECT count(*)::int FROM cards WHERE board_id = board.id AND position IS NOT NULL) AS "openCards"`;

@Injectable()
export class BoardsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<BoardRecord | undefined> {
    const [board] = await this.database.query<BoardRecord>(`SELECT ${BOARD} FROM boards AS board WHERE id = $1`, [id]);
    return board;
  }

  list(archived: boolean): Promise<BoardRecord[]> {
    return this.database.query<BoardRecord>(
      `SELECT ${BOARD} FROM boards AS board WHERE (archived_at IS NOT NULL) = $1 ORDER BY position`,
      [archived],
    );
  }

  /**
   * Lets one change of a board be made at a time, until the open transaction ends: in here nothing of it is written without.
   * @returns false when there is no such board
   */
  async hold(id: string): Promise<boolean> {
    this.database.requireTransaction();
    const rows = await this.database.query('SELECT 1 FROM boards WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return rows.length > 0;
  }

  /** As `hold`. @returns the id */
  async holdSystem(system: SystemBoard): Promise<string> {
    this.database.requireTransaction();
    const [board] = await this.database.query<{ id: string }>(
      'SELECT id FROM boards WHERE system = $1 FOR NO KEY UPDATE',
      [system],
    );
    if (board === undefined) throw new Error(`There is no board for ${system}.`);
    return board.id;
  }

  /** Every board, in their order; held, so that the order is changed by one at a time. */
  async holdAll(): Promise<string[]> {
    this.database.requireTransaction();
    await this.database.query('SELECT 1 FROM boards ORDER BY id FOR NO KEY UPDATE');
    const rows = await this.database.query<{ id: string }>('SELECT id FROM boards ORDER BY position');
    return rows.map(({ id }) => id);
  }

  async insert(board: Pick<BoardRow, 'id' | 'name' | 'position' | 'createdBy'>): Promise<void> {
    await this.database.repository(BoardRow).insert(board);
  }

  rename(id: string, name: string): Promise<void> {
    return this.change(id, 'name = $2', [name]);
  }

  /** Archiving an archived one keeps the time since when it is. */
  setArchived(id: string, archived: boolean): Promise<void> {
    return this.change(id, 'archived_at = CASE WHEN $2 THEN coalesce(archived_at, now()) END', [archived]);
  }

  async setOrder(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `UPDATE boards SET position = place.number
       FROM unnest($1::uuid[]) WITH ORDINALITY AS place (id, number) WHERE boards.id = place.id`,
      [ids],
    );
  }

  async delete(id: string): Promise<void> {
    await this.database.query('DELETE FROM boards WHERE id = $1', [id]);
  }

  /** Of its columns, labels and cards triggers take note; of the board itself this does. */
  private async change(id: string, assignment: string, values: readonly unknown[]): Promise<void> {
    await this.database.query(
      `WITH changed AS (UPDATE boards SET ${assignment}, sequence = sequence + 1 WHERE id = $1 RETURNING id, sequence)
       INSERT INTO board_changes (board_id, sequence, kind, about_id) SELECT id, sequence, 'BOARD', id FROM changed`,
      [id, ...values],
    );
  }
}
