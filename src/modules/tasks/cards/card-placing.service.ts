import { Injectable } from '@nestjs/common';
import { WipMode } from '../boards/board-codes.js';
import { type BoardColumnRow } from '../boards/board-column.entity.js';
import { ColumnsRepository } from '../boards/columns.repository.js';
import { BOARD_LIMITS } from '../limits.js';
import { CardPlaces } from './card-places.repository.js';
import { positionBetween } from './card-position.js';
import { WipLimitReached } from './card.type.js';

/** A card that is to be put somewhere; in no column when it is new, archived or in the trash. */
export interface Placeable {
  readonly id: string;
  readonly boardId: string;
  readonly openIn: string | null;
}

/** For the columns of the card's row. */
export interface Placement {
  readonly columnId: string;
  readonly position: number;
}

/** NO_COLUMN: there is none of this id on the board, or it is archived. NO_NEIGHBOUR: the card above is not in it. */
export type PlaceRefusal = WipLimitReached | 'BOARD_FULL' | 'NO_COLUMN' | 'NO_NEIGHBOUR';

/** Finds the place of a card; for whoever holds the board. */
@Injectable()
export class CardPlacing {
  constructor(
    private readonly columns: ColumnsRepository,
    private readonly places: CardPlaces,
  ) {}

  /** @param afterCardId the card above; null for the top */
  async place(card: Placeable, columnId: string, afterCardId: string | null): Promise<Placement | PlaceRefusal> {
    const column = await this.columns.find(columnId);
    if (column?.boardId !== card.boardId || column.archivedAt !== null) return 'NO_COLUMN';
    const refusal = await this.roomFor(card, column);
    if (refusal !== undefined) return refusal;
    const position = await this.positionBelow(columnId, afterCardId, card.id);
    return position === undefined ? 'NO_NEIGHBOUR' : { columnId, position };
  }

  /** At the end of a column, however full it is: what opens by itself is never turned away. */
  async append(id: string, columnId: string): Promise<Placement> {
    const position = await this.positionBelow(columnId, await this.places.last(columnId), id);
    if (position === undefined) throw new Error('The last card of a column is in it.');
    return { columnId, position };
  }

  private async roomFor(card: Placeable, column: BoardColumnRow): Promise<PlaceRefusal | undefined> {
    if (card.openIn === column.id) return undefined;
    if (card.openIn === null && (await this.places.openOn(card.boardId)) >= BOARD_LIMITS.openCards) return 'BOARD_FULL';
    if (column.wipLimit === null || column.wipMode === WipMode.WARN) return undefined;
    const count = await this.places.openIn(column.id);
    return count < column.wipLimit ? undefined : new WipLimitReached(column.id, count, column.wipLimit);
  }

  private async positionBelow(columnId: string, afterCardId: string | null, id: string): Promise<number | undefined> {
    const neighbours = await this.places.below(columnId, afterCardId, id);
    if (neighbours === undefined) return undefined;
    const position = positionBetween(neighbours);
    if (position !== undefined) return position;
    await this.places.renumber(columnId);
    const apart = await this.places.below(columnId, afterCardId, id);
    return apart && positionBetween(apart);
  }
}
