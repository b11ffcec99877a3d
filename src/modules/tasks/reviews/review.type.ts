import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ValidationReason } from '../../validation/index.js';
import { ReviewCause, ReviewDecision } from './review-codes.js';

@ObjectType({ description: 'What a validation left for a person to decide. It says no name, and nothing of a face.' })
export class Review {
  @Field(() => ReviewCause)
  readonly cause!: ReviewCause;

  @Field(() => ValidationReason, { description: 'How the validation ended; with REPEATED_FAILURES, the fifth.' })
  readonly reason!: ValidationReason;

  @Field(() => ID, { nullable: true, description: 'Null once it is forgotten which validation it was.' })
  readonly attemptId!: string | null;

  @Field(() => ID)
  readonly checkpointId!: string;

  @Field({ description: 'Of the checkpoint, as it is called now.' })
  readonly checkpointName!: string;

  @Field({ description: 'When the validation ended: since then the case waits.' })
  readonly endedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'With AWAITS_CONFIRMATION: until then ACCEPT is possible.' })
  readonly confirmableUntil!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Whose credential it was, read anew each time; null without the permission to read persons, with REPEATED_FAILURES, ' +
      'and when it is not known (any more).',
  })
  readonly personId!: string | null;

  @Field(() => ReviewDecision, { nullable: true, description: 'Null until somebody decides.' })
  readonly decision!: ReviewDecision | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who decided.' })
  readonly decisionReason!: string | null;

  @Field(() => ID, { nullable: true, description: 'The user who decided.' })
  readonly decidedBy!: string | null;

  @Field(() => Date, { nullable: true })
  readonly decidedAt!: Date | null;
}
