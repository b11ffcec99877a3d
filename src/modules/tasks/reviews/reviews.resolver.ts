import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { DecideReviewInput } from './review.inputs.js';
import { DecideReviewResult } from './review.result.js';
import { Review } from './review.type.js';
import { ReviewDeciding } from './review-deciding.service.js';

@Resolver(() => Review)
export class ReviewsResolver {
  constructor(private readonly deciding: ReviewDeciding) {}

  @Mutation(() => DecideReviewResult, {
    description:
      'Decides the review on a card, for good. To ACCEPT what AWAITS_CONFIRMATION is `confirmValidation`, with its rules ' +
      'and its permission; no other decision changes what came of the validation.',
  })
  @Allow(Permission.ReviewDecide)
  decideReview(@Args('input') input: DecideReviewInput, @CurrentActor() actor: Actor) {
    return this.deciding.decide(input, actor);
  }
}
