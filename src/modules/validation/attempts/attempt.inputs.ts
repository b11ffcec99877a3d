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
