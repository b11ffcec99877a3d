import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConfirmationRefusal } from '../../validation/index.js';
import { Card, CardConflict } from '../cards/card.type.js';

/** Why a decision is not taken. */
export enum ReviewRefusal {
  NO_REVIEW = 'NO_REVIEW',
  DECIDED_BEFORE = 'DECIDED_BEFORE',
  NOT_FOR_THIS = 'NOT_FOR_THIS',
  OWN_WORD = 'OWN_WORD',
  ATTESTATION_REQUIRED = 'ATTESTATION_REQUIRED',
  NOT_CONFIRMED = 'NOT_CONFIRMED',
}
registerEnumType(ReviewRefusal, {
  name: 'ReviewRefusal',
  description:
    'NO_REVIEW: the card is none of a validation. DECIDED_BEFORE: by somebody else, or by you. NOT_FOR_THIS: BY_OPERATOR takes no ' +
    'ASK_AGAIN, REPEATED_FAILURES takes no ACCEPT. OWN_WORD: nobody reviews their own word. ATTESTATION_REQUIRED: say what you ' +
    'saw. NOT_CONFIRMED: `confirmValidation` refused it, as `confirmation` says.',
});

@ObjectType({ description: 'Decided, recorded in the audit, and moved to Done.' })
export class ReviewDecided {
  @Field(() => Card)
  readonly card: Card;

  constructor(card: Card) {
    this.card = card;
  }
}

@ObjectType({ description: 'Nothing was decided or recorded.' })
export class ReviewRefused {
  @Field(() => ReviewRefusal)
  readonly reason: ReviewRefusal;

  @Field(() => ConfirmationRefusal, { nullable: true, description: 'Only with NOT_CONFIRMED.' })
  readonly confirmation: ConfirmationRefusal | null;

  @Field(() => Card)
  readonly card: Card;

  constructor(reason: ReviewRefusal, card: Card, confirmation: ConfirmationRefusal | null = null) {
    this.reason = reason;
    this.card = card;
    this.confirmation = confirmation;
  }
}

export const DecideReviewResult = createUnionType({
  name: 'DecideReviewResult',
  types: () => [ReviewDecided, CardConflict, ReviewRefused] as const,
});
export type DecideReviewResult = ReviewDecided | CardConflict | ReviewRefused;
