import { type BoardState, type CardState, type Place } from '../store/board-state';

/** Where a card may not go: the column, how many it holds, and how many it may. */
export interface Full {
  readonly columnId: string;
  readonly count: number;
  readonly limit: number;
}

/** A column that blocks takes no card from elsewhere once it is full. @returns undefined where the card may go */
export function fullFor(state: BoardState, cardId: string, columnId: string): Full | undefined {
  const column = state.columns.find(({ id }) => id === columnId);
  if (column?.wipMode !== 'BLOCK' || column.wipLimit === null) return undefined;
  const lane = state.lanes.get(columnId) ?? [];
  if (lane.length < column.wipLimit || lane.some(({ id }) => id === cardId)) return undefined;
  return { columnId, count: lane.length, limit: column.wipLimit };
}

/** Where a card is shown. */
export function placeOf(state: BoardState, cardId: string): Place | undefined {
  for (const [columnId, lane] of state.lanes) {
    const index = lane.findIndex(({ id }) => id === cardId);
    if (index !== -1) return { columnId, afterCardId: lane[index - 1]?.id ?? null };
  }
  return undefined;
}

/**
 * The place at an index of a column.
 * @param others what is shown of the column, without the card that is moved
 */
export const placeAt = (columnId: string, index: number, others: readonly CardState[]): Place => ({
  columnId,
  afterCardId: others[index - 1]?.id ?? null,
});

export const isSamePlace = (a: Place | undefined, b: Place): boolean =>
  a?.columnId === b.columnId && a.afterCardId === b.afterCardId;
