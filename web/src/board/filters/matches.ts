import { type CardState } from '../store/board-store';

/** What of the board is shown. */
export interface Filter {
  readonly text: string;
}

/** @param me the user's id @param now milliseconds */
export const matches = (_card: CardState, _filter: Filter, _me: string, _now: number): boolean => true;

/** Whether everything is shown. */
export const isEverything = (_filter: Filter): boolean => true;
