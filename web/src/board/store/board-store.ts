import { createContext, use, useSyncExternalStore } from 'react';
import { type BoardState, type CardState } from './board-state';
import { type BoardLive } from './board-live';

export { type BoardState, type CardState, type ColumnState, type LabelState } from './board-state';

const BoardContext = createContext<BoardLive | undefined>(undefined);

export const BoardProvider = BoardContext.Provider;

/** The board's life: what is done here goes through it. Does not change while the board is open. */
export function useBoardLive(): BoardLive {
  const live = use(BoardContext);
  if (live === undefined) throw new Error('This is not on a board.');
  return live;
}

/** The board as it is shown, moves included that the server has not answered yet. Draws anew with each change of the board. */
export function useBoard(): BoardState {
  const live = useBoardLive();
  return useSyncExternalStore(live.subscribe, live.shown);
}

/** One card as the board knows it; undefined when it is archived, in the trash, or gone. Draws anew when it changes. */
export function useCard(id: string): CardState | undefined {
  const live = useBoardLive();
  return useSyncExternalStore(live.subscribe, () => live.shown().cards.get(id));
}

/** What to do with what a change of a card answered: see `BoardLive.take`. */
export const useAnswer = (): BoardLive['take'] => useBoardLive().take;
