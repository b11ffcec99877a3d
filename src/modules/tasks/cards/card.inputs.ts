import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsDate,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageArgs } from '../../../common/graphql/connection.js';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { BOARD_LIMITS } from '../limits.js';

@InputType()
export class CreateCardInput {
  @Field(() => ID)
  @IsUUID()
  columnId!: string;

  @Field(() => ID, { nullable: true, description: 'The card above it; null for the end of the column.' })
  @IsOptional()
  @IsUUID()
  afterCardId?: string | null;

  @Field({ description: '1 to 200 characters. No personal data: see docs/privacy.md.' })
  @Length(1, BOARD_LIMITS.title)
  title!: string;

  @Field(() => String, { defaultValue: '', description: 'Markdown, 10,000 characters at most.' })
  @MaxLength(BOARD_LIMITS.description)
  description = '';

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(BOARD_LIMITS.labels)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  labelIds: string[] = [];

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(BOARD_LIMITS.assignees)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  assigneeIds: string[] = [];

  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate()
  dueAt?: Date | null;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

/** Every change says which version of the card it is a change of. */
@InputType({ isAbstract: true })
abstract class CardVersionInput {
  @Field(() => ID)
  @IsUUID()
  cardId!: string;

  @Field(() => Int, { description: 'The `version` of the card that was seen.' })
  @IsInt()
  expectedVersion!: number;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateCardInput extends CardVersionInput {
  @Field({ nullable: true })
  @IsOptional()
  @Length(1, BOARD_LIMITS.title)
  title?: string;

  @Field({ nullable: true, description: 'Markdown, 10,000 characters at most.' })
  @IsOptional()
  @MaxLength(BOARD_LIMITS.description)
  description?: string;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(BOARD_LIMITS.labels)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  labelIds?: string[];

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(BOARD_LIMITS.assignees)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  assigneeIds?: string[];

  @Field(() => Date, { nullable: true, description: 'Null takes the date away.' })
  @IsOptional()
  @IsDate()
  dueAt?: Date | null;
}

@InputType()
export class MoveCardInput extends CardVersionInput {
  @Field(() => ID, { description: 'A column of the same board.' })
  @IsUUID()
  toColumnId!: string;

  @Field(() => ID, { nullable: true, description: 'The card that it is to be below; null for the top.' })
  @IsOptional()
  @IsUUID()
  afterCardId?: string | null;
}

@InputType()
export class CardAtVersionInput extends CardVersionInput {}

@InputType()
export class UndoCardChangeInput {
  @Field(() => ID)
  @IsUUID()
  cardId!: string;

  @Field(() => ID, { description: 'The latest change of the card that was not undone.' })
  @IsUUID()
  changeId!: string;
}

@InputType()
export class ChecklistItemInput {
  @Field(() => ID, { nullable: true, description: 'Null for a new one.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field()
  @Length(1, BOARD_LIMITS.item)
  text!: string;

  @Field()
  @IsBoolean()
  done!: boolean;
}

@InputType()
export class ChecklistInput {
  @Field(() => ID, { nullable: true, description: 'Null for a new one.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field()
  @Length(1, BOARD_LIMITS.name)
  title!: string;

  @Field(() => [ChecklistItemInput])
  @ArrayMaxSize(BOARD_LIMITS.checklistItems)
  @ValidateNested({ each: true })
  @Type(() => ChecklistItemInput)
  items!: ChecklistItemInput[];
}

@InputType()
export class SetChecklistsInput extends CardVersionInput {
  @Field(() => [ChecklistInput], { description: 'All of the card, in their order: 10 at most, of 50 items each.' })
  @ArrayMaxSize(BOARD_LIMITS.checklists)
  @ValidateNested({ each: true })
  @Type(() => ChecklistInput)
  checklists!: ChecklistInput[];
}

@InputType({ description: 'Needs no version: two who tick two items do not meet.' })
export class TickChecklistItemInput {
  @Field(() => ID)
  @IsUUID()
  cardId!: string;

  @Field(() => ID)
  @IsUUID()
  itemId!: string;

  @Field()
  @IsBoolean()
  done!: boolean;
}

@InputType()
export class AddCommentInput {
  @Field(() => ID)
  @IsUUID()
  cardId!: string;

  @Field({ description: 'Markdown, 1 to 5,000 characters.' })
  @Length(1, BOARD_LIMITS.comment)
  body!: string;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@InputType()
export class EditCommentInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field({ description: 'Markdown, 1 to 5,000 characters.' })
  @Length(1, BOARD_LIMITS.comment)
  body!: string;
}

@ArgsType()
export class CardSearchArgs {
  @Field(() => ID)
  @IsUUID()
  boardId!: string;

  @Field({ description: '1 to 100 characters.' })
  @Length(1, BOARD_LIMITS.search)
  text!: string;
}

@ArgsType()
export class BoardPageArgs extends PageArgs {
  @Field(() => ID)
  @IsUUID()
  boardId!: string;
}
