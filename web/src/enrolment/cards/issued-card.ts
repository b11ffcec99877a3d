import { type CardHolderFragment } from '../graphql/graphql';

/** A card as it is issued, this once. */
export interface IssuedCard {
  readonly holder: CardHolderFragment;
  /** What its QR says: as good as the card, so it lives in memory alone. */
  readonly text: string;
  readonly expiresAt: string;
}

/** What is written on a card, in the language of the page. */
export interface CardWords {
  readonly kind: string;
  readonly validUntil: string;
}

/** Millimetres: ID-1 of ISO/IEC 7810, what a wallet has room for. */
export const CARD = { width: 85.6, height: 54, qr: 44, margin: 5 } as const;
