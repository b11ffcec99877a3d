import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID, Length } from 'class-validator';
import { PageArgs } from '../../../common/graphql/connection.js';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { AttemptState } from './validation-reason.js';

@InputType()
export class OpenValidationInput {
  @Field(() => ID)
  @IsUUID()
  checkpointId!: string;

  @Field({ description: 'The text of the QR, as the camera read it; whatever it is.' })
  @Length(1, 4_096)
  credential!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of `openTurn`. A device needs one; a desk with an operator may take a card without.',
  })
  @IsOptional()
  @Length(1, 64)
  nonce?: string | null;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@ArgsType()
export class ValidationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  checkpointId?: string | null;

  @Field(() => AttemptState, { nullable: true })
  @IsOptional()
  @IsEnum(AttemptState)
  state?: AttemptState | null;
}
