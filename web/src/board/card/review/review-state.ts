import { type WholeCardFragment } from '../../graphql/graphql';

/** The review on a card, whole. */
export type ReviewState = NonNullable<WholeCardFragment['review']>;
