import { createUnionType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../common/graphql/connection.js';
import { WipMode } from '../boards/board-codes.js';
import { Review } from '../reviews/review.type.js';
import { CardChangeKind, CardField, CardRefusal } from './card-codes.js';

@ObjectType({ description: 'As much of a card as a board shows.' })
export class CardSummary {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID, { description: 'Where it is; of what is archived or in the trash, where it was.' })
  readonly columnId!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Its place in the column: the smaller, the higher. Null when it is archived or in the trash.',
  })
  readonly position!: number | null;

  @Field(() => Int, { description: 'To be sent along with a change of the card.' })
  readonly version!: number;

  @Field()
  readonly title!: string;

  @Field()
  readonly hasDescription!: boolean;

  @Field(() => [ID])
  readonly labelIds!: readonly string[];

  @Field(() => [ID], { description: 'Users; `boardMembers` has their names.' })
  readonly assigneeIds!: readonly string[];

  @Field(() => Date, { nullable: true })
  readonly dueAt!: Date | null;

  @Field(() => Int)
  readonly checklistItems!: number;

  @Field(() => Int)
  readonly checklistItemsDone!: number;

  @Field(() => Int)
  readonly commentCount!: number;

  @Field()
  readonly createdAt!: Date;

  @Field()
  readonly changedAt!: Date;

  @Field({ description: 'Since when it is in its column.' })
  readonly enteredAt!: Date;

  @Field(() => Date, { nullable: true })
  readonly archivedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Thirty days later it is gone for good.' })
  readonly trashedAt!: Date | null;

  @Field(() => Review, { nullable: true, description: 'Of a card that a validation opened.' })
  readonly review!: Review | null;
}

export const CardConnection = connectionOf(CardSummary, 'Card');

@ObjectType()
export class ChecklistItem {
  @Field(() => ID)
  readonly id!: string;

  @Field()
  readonly text!: string;

  @Field()
  readonly done!: boolean;
}

@ObjectType()
export class Checklist {
  @Field(() => ID)
  readonly id!: string;

  @Field()
  readonly title!: string;

  @Field(() => [ChecklistItem])
  readonly items!: readonly ChecklistItem[];
}

@ObjectType({ description: 'A card whole.' })
export class Card extends CardSummary {
  @Field(() => ID)
  readonly boardId!: string;

  @Field({ description: 'Markdown.' })
  readonly description!: string;

  @Field(() => [Checklist])
  readonly checklists!: readonly Checklist[];

  @Field(() => ID, { nullable: true, description: 'Null when it opened by itself.' })
  readonly createdBy!: string | null;
}

@ObjectType()
export class CardComment {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly cardId!: string;

  @Field(() => ID)
  readonly authorId!: string;

  @Field({ description: 'Markdown.' })
  readonly body!: string;

  @Field()
  readonly createdAt!: Date;

  @Field(() => Date, { nullable: true })
  readonly editedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Thirty days later it is gone for good.' })
  readonly deletedAt!: Date | null;
}

@ObjectType({ description: 'A change of a card; comments are none.' })
export class CardChange {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The `version` of the card since then.' })
  readonly version!: number;

  @Field(() => CardChangeKind)
  readonly kind!: CardChangeKind;

  @Field(() => ID, { nullable: true, description: 'The user; null when it happened by itself.' })
  readonly actorId!: string | null;

  @Field()
  readonly at!: Date;

  @Field({ description: 'Whether it was taken back since.' })
  readonly undone!: boolean;

  @Field({ description: 'Whether `undoCardChange` takes it, once it is the latest that is not undone.' })
  readonly undoable!: boolean;

  @Field(() => [CardField], { description: 'What of the card it changed.' })
  readonly fields!: readonly CardField[];

  @Field(() => ID, { nullable: true, description: 'The column that it took the card out of.' })
  readonly fromColumnId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The column that the card is in since then; null where it was not noted.',
  })
  readonly columnId!: string | null;
}

@ObjectType()
export class CardSaved {
  @Field(() => Card)
  readonly card: Card;

  @Field(() => CardChange, {
    nullable: true,
    description: 'For `undoCardChange`; null when there was nothing to change.',
  })
  readonly change: CardChange | null;

  constructor(card: Card, change: CardChange | null) {
    this.card = card;
    this.change = change;
  }
}

@ObjectType({ description: 'Somebody changed it, or the card above it, meanwhile; nothing was changed now.' })
export class CardConflict {
  @Field(() => Card, { description: 'As it is.' })
  readonly card: Card;

  constructor(card: Card) {
    this.card = card;
  }
}

@ObjectType({ description: 'The column takes no more cards; nothing was changed.' })
export class WipLimitReached {
  @Field(() => ID)
  readonly columnId: string;

  @Field(() => Int, { description: 'Open cards in the column.' })
  readonly count: number;

  @Field(() => Int)
  readonly limit: number;

  @Field(() => WipMode, { description: 'BLOCK.' })
  readonly mode: WipMode = WipMode.BLOCK;

  constructor(columnId: string, count: number, limit: number) {
    this.columnId = columnId;
    this.count = count;
    this.limit = limit;
  }
}

@ObjectType({ description: 'Nothing was changed.' })
export class CardRefused {
  @Field(() => CardRefusal)
  readonly reason: CardRefusal;

  @Field(() => Card, { nullable: true, description: 'As it is; null for one that was to be made.' })
  readonly card: Card | null;

  constructor(reason: CardRefusal, card: Card | null) {
    this.reason = reason;
    this.card = card;
  }
}

@ObjectType({ description: 'It is gone for good.' })
export class CardDeleted {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType()
export class CardNotInTrash {
  @Field()
  readonly message: string = 'Only what is in the trash can be deleted for good.';
}

export const ChangeCardResult = createUnionType({
  name: 'ChangeCardResult',
  types: () => [CardSaved, CardConflict, WipLimitReached, CardRefused] as const,
});
export type ChangeCardResult = CardSaved | CardConflict | WipLimitReached | CardRefused;

export const DeleteCardResult = createUnionType({
  name: 'DeleteCardResult',
  types: () => [CardDeleted, CardNotInTrash] as const,
});
export type DeleteCardResult = CardDeleted | CardNotInTrash;
