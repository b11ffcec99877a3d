import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import { Attestation } from '../../validation/index.js';
import { BOARD_LIMITS } from '../limits.js';
import { ReviewDecision } from './review-codes.js';

@InputType()
export class DecideReviewInput {
  @Field(() => ID)
  @IsUUID()
  cardId!: string;

  @Field(() => ReviewDecision)
  @IsEnum(ReviewDecision)
  decision!: ReviewDecision;

  @Field({ description: 'Why, 1 to 500 characters. No names: the card says which validation it was.' })
  @Length(1, BOARD_LIMITS.reason)
  reason!: string;

  @Field(() => Attestation, {
    nullable: true,
    description: 'What you saw with your own eyes; needed to ACCEPT what AWAITS_CONFIRMATION.',
  })
  @IsOptional()
  @IsEnum(Attestation)
  attestation?: Attestation | null;

  @Field(() => Int, { description: 'The `version` of the card that was decided on.' })
  @IsInt()
  expectedVersion!: number;
}
