import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type Neighbours, POSITION_GAP } from './card-position.js';

/** Where cards are in their columns; for whoever holds the board. */
@Injectable()
export class CardPlaces {
  constructor(private readonly database: Database) {}

  /**
   * What is around the place below a card, or at the top for null.
   * @param except the card that is to be put there
   * @returns undefined when the card above is not in this column, or is the one to be put there
   */
  async below(columnId: string, afterCardId: string | null, except: string): Promise<Neighbours | undefined> {
    const above = afterCardId === null ? null : await this.positionIn(columnId, afterCardId, except);
    if (above === undefined) return undefined;
    const [next] = await this.database.query<{ below: number | null }>(
      `SELECT min(position)::float8 AS below FROM cards
       WHERE column_id = $1 AND id <> $2 AND position > coalesce($3::bigint, -9223372036854775808)`,
      [columnId, except, above],
    );
    return { above, below: next?.below ?? null };
  }

  /** The card above; null at the top. */
  async above({ columnId, position }: { readonly columnId: string; readonly position: number | null }) {
    const [card] = await this.database.query<{ id: string }>(
      'SELECT id FROM cards WHERE column_id = $1 AND position < $2 ORDER BY position DESC LIMIT 1',
      [columnId, position],
    );
    return card?.id ?? null;
  }

  /** The lowest card of the column. */
  async last(columnId: string): Promise<string | null> {
    const [card] = await this.database.query<{ id: string }>(
      'SELECT id FROM cards WHERE column_id = $1 AND position IS NOT NULL ORDER BY position DESC LIMIT 1',
      [columnId],
    );
    return card?.id ?? null;
  }

  async has(columnId: string, cardId: string): Promise<boolean> {
    const cards = await this.database.query(
      'SELECT 1 FROM cards WHERE id = $2 AND column_id = $1 AND position IS NOT NULL',
      [columnId, cardId],
    );
    return cards.length > 0;
  }

  /** Gives every card of the column a new position with room around it; their order stays. */
  async renumber(columnId: string): Promise<void> {
    await this.database.query(
      `UPDATE cards SET position = place.number * $2::bigint
       FROM (SELECT id, row_number() OVER (ORDER BY position) AS number FROM cards
             WHERE column_id = $1 AND position IS NOT NULL) AS place
       WHERE cards.id = place.id`,
      [columnId, POSITION_GAP],
    );
  }

  async openIn(columnId: string): Promise<number> {
    return this.count('column_id', columnId);
  }

  async openOn(boardId: string): Promise<number> {
    return this.count('board_id', boardId);
  }

  private async positionIn(columnId: string, cardId: string, except: string): Promise<number | undefined> {
    const [card] = await this.database.query<{ position: number }>(
      `SELECT position::float8 AS position FROM cards
       WHERE id = $2 AND column_id = $1 AND position IS NOT NULL AND id <> $3`,
      [columnId, cardId, except],
    );
    return card?.position;
  }

  private async count(column: 'column_id' | 'board_id', id: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(position)::int AS count FROM cards WHERE ${column} = $1`,
      [id],
    );
    return row?.count ?? 0;
  }
}
