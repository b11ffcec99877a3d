import { type CombinedError } from 'urql';
import { type BoardRefusal, type CardRefusal } from '../graphql/graphql';
import { type CardState } from './board-state';

/** Something done here that can be taken back. */
export interface Undoable {
  /** In words, such as "Moved to Done". */
  readonly done: string;
  /** @returns what came of it */
  readonly undo: () => Promise<Outcome>;
}

/** What came of something, to be said to who did it. */
export type Outcome =
  | { readonly kind: 'DONE'; readonly undoable: Undoable | undefined; readonly done: string }
  | { readonly kind: 'UNDONE'; readonly done: string }
  | { readonly kind: 'CONFLICT'; readonly card: CardState }
  | { readonly kind: 'REFUSED'; readonly reason: CardRefusal }
  | { readonly kind: 'COLUMN_REFUSED'; readonly reason: BoardRefusal; readonly cards: number | null }
  | { readonly kind: 'FULL'; readonly columnId: string; readonly count: number; readonly limit: number }
  | { readonly kind: 'FAILED'; readonly error: CombinedError }
  | { readonly kind: 'LOST' }
  | { readonly kind: 'RECONNECTED'; readonly changes: number };
