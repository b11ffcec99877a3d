import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { BOARD_LIMITS } from '../limits.js';
import { LabelColour, WipMode } from './board-codes.js';

/** Higher than any column is long. */
const MAX_WIP_LIMIT = BOARD_LIMITS.openCards;

@InputType()
export class CreateBoardInput {
  @Field()
  @Length(1, BOARD_LIMITS.name)
  name!: string;

  @Field(() => [String], { defaultValue: [], description: 'Names of its first columns, from left to right.' })
  @ArrayMaxSize(BOARD_LIMITS.columns)
  @Length(1, BOARD_LIMITS.name, { each: true })
  columns: string[] = [];

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@InputType()
export class RenameBoardInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field()
  @Length(1, BOARD_LIMITS.name)
  name!: string;
}

@InputType({ description: 'Where it stands in the order of its kind.' })
export class MoveBoardPartInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The one before it; null for the first place.' })
  @IsOptional()
  @IsUUID()
  afterId?: string | null;
}

@InputType()
export class CreateColumnInput {
  @Field(() => ID)
  @IsUUID()
  boardId!: string;

  @Field()
  @Length(1, BOARD_LIMITS.name)
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Null for any number.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_WIP_LIMIT)
  wipLimit?: number | null;

  @Field(() => WipMode, { defaultValue: WipMode.WARN })
  @IsEnum(WipMode)
  wipMode: WipMode = WipMode.WARN;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@InputType()
export class UpdateColumnInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field()
  @Length(1, BOARD_LIMITS.name)
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Null for any number.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_WIP_LIMIT)
  wipLimit?: number | null;

  @Field(() => WipMode)
  @IsEnum(WipMode)
  wipMode!: WipMode;
}

@InputType()
export class CreateLabelInput {
  @Field(() => ID)
  @IsUUID()
  boardId!: string;

  @Field()
  @Length(1, BOARD_LIMITS.name)
  name!: string;

  @Field(() => LabelColour)
  @IsEnum(LabelColour)
  colour!: LabelColour;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@InputType()
export class UpdateLabelInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field()
  @Length(1, BOARD_LIMITS.name)
  name!: string;

  @Field(() => LabelColour)
  @IsEnum(LabelColour)
  colour!: LabelColour;
}
