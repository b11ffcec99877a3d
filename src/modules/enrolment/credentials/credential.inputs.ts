import { Field, ID, InputType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsUUID, Length } from 'class-validator';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';

@InputType()
export class IssueCredentialInput {
  @Field(() => ID)
  @IsUUID()
  personId!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'In the future, at most five years ahead; a year from now by default.',
  })
  @IsOptional()
  @IsDate()
  expiresAt?: Date | null;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@InputType()
export class RevokeCredentialInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field({ description: 'Lost, stolen, left the school, …' })
  @Length(1, 200)
  reason!: string;
}
