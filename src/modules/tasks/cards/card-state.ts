import { type CardRow } from './card.entity.js';

/** Where a card is. */
export type Whereabouts =
  | {
      readonly kind: 'OPEN';
      readonly columnId: string;
      /** The card above it; null at the top. */
      readonly afterCardId: string | null;
    }
  | { readonly kind: 'ARCHIVED' }
  | { readonly kind: 'TRASHED' };

export type CardContent = Pick<CardRow, 'title' | 'description' | 'labelIds' | 'assigneeIds' | 'dueAt' | 'checklists'>;

/** What a change sets, and what undoes it: the parts of a card that it is about. */
export interface CardState {
  readonly content?: Partial<CardContent>;
  readonly whereabouts?: Whereabouts;
}
