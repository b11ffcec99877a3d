import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';

@InputType()
export class OpenEnrolmentInput {
  @Field(() => ID)
  @IsUUID()
  personId!: string;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}
