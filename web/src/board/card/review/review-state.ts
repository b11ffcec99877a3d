import { type WholeCard } from '../whole-card';

/** The review on a card, whole. */
export type ReviewState = NonNullable<WholeCard['review']>;
