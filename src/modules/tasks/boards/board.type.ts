import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CardSummary } from '../cards/card.type.js';
import { ColumnRole, LabelColour, SystemBoard, WipMode } from './board-codes.js';

@ObjectType({ description: 'A board of columns with cards.' })
export class Board {
  @Field(() => ID)
  readonly id!: string;

  @Field()
  readonly name!: string;

  @Field(() => SystemBoard, { nullable: true, description: 'Null for a board that somebody made.' })
  readonly system!: SystemBoard | null;

  @Field(() => Int, { description: 'Among the boards.' })
  readonly position!: number;

  @Field(() => Int, { description: 'Cards that are neither archived nor in the trash.' })
  readonly openCards!: number;

  @Field()
  readonly createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Archived since; null when it is in use.' })
  readonly archivedAt!: Date | null;
}

@ObjectType()
export class BoardColumn {
  @Field(() => ID)
  readonly id!: string;

  @Field()
  readonly name!: string;

  @Field(() => ColumnRole, { nullable: true, description: 'Only in a system board.' })
  readonly role!: ColumnRole | null;

  @Field(() => Int, { description: 'Among the columns of the board.' })
  readonly position!: number;

  @Field(() => Int, { nullable: true, description: 'Open cards that it should hold at most; null for any number.' })
  readonly wipLimit!: number | null;

  @Field(() => WipMode)
  readonly wipMode!: WipMode;

  @Field(() => Date, { nullable: true, description: 'Archived since; then no card is in it.' })
  readonly archivedAt!: Date | null;
}

@ObjectType()
export class BoardLabel {
  @Field(() => ID)
  readonly id!: string;

  @Field()
  readonly name!: string;

  @Field(() => LabelColour)
  readonly colour!: LabelColour;

  @Field(() => Date, { nullable: true, description: 'Archived since; null when it is in use.' })
  readonly archivedAt!: Date | null;
}

@ObjectType({ description: 'A board as it is shown: with every open card.' })
export class BoardView {
  @Field(() => Board)
  readonly board!: Board;

  @Field(() => Int, {
    description: 'Of the latest change that is in here. Follow on with `boardChanged` or `boardChanges` after it.',
  })
  readonly sequence!: number;

  @Field(() => [BoardColumn], { description: 'In their order; archived ones too.' })
  readonly columns!: readonly BoardColumn[];

  @Field(() => [BoardLabel], { description: 'By name; `archivedLabels` has the others.' })
  readonly labels!: readonly BoardLabel[];

  @Field(() => [CardSummary], { description: 'Every open card, column by column, from top to bottom.' })
  readonly cards!: readonly CardSummary[];
}

@ObjectType({ description: 'What is different on a board since a change. Applying it twice does no harm.' })
export class BoardDelta {
  @Field(() => Int, { description: 'Of the latest change that is in here; ask for what comes after it next time.' })
  readonly sequence!: number;

  @Field({ description: 'Too much has changed, or too long ago, to be told one by one: read the `board` again.' })
  readonly reset!: boolean;

  @Field(() => Board, { nullable: true, description: 'Null when it did not change.' })
  readonly board!: Board | null;

  @Field(() => [BoardColumn], { nullable: true, description: 'All of them when one changed; else null.' })
  readonly columns!: readonly BoardColumn[] | null;

  @Field(() => [BoardLabel], { nullable: true, description: 'All of them when one changed; else null.' })
  readonly labels!: readonly BoardLabel[] | null;

  @Field(() => [CardSummary], { description: 'Open cards that are new or changed, as they are now.' })
  readonly cards!: readonly CardSummary[];

  @Field(() => [ID], { description: 'Cards that are not on the board any more: archived, in the trash, or gone.' })
  readonly removedCardIds!: readonly string[];
}

@ObjectType({ description: 'A user whose name can stand on a card.' })
export class BoardMember {
  @Field(() => ID)
  readonly id!: string;

  @Field()
  readonly displayName!: string;

  @Field({ description: 'Whether cards can be assigned to them: they may work on boards, and are not disabled.' })
  readonly assignable!: boolean;
}

/** Why a board, a column or a label stays as it is. */
export enum BoardRefusal {
  NAME_TAKEN = 'NAME_TAKEN',
  TOO_MANY = 'TOO_MANY',
  SYSTEM = 'SYSTEM',
  NOT_ARCHIVED = 'NOT_ARCHIVED',
  NOT_EMPTY = 'NOT_EMPTY',
}
registerEnumType(BoardRefusal, {
  name: 'BoardRefusal',
  description:
    'NAME_TAKEN: by another board, or by another label of the board. TOO_MANY: 100 boards, 30 columns or 50 labels are there. ' +
    'SYSTEM: Presente itself works with it. NOT_ARCHIVED: archive the board first. ' +
    'NOT_EMPTY: the column has cards; archived ones and those in the trash count where it is to be deleted.',
});

@ObjectType({ description: 'Nothing was changed.' })
export class BoardRefused {
  @Field(() => BoardRefusal)
  readonly reason: BoardRefusal;

  @Field(() => Int, { nullable: true, description: 'With NOT_EMPTY: how many cards.' })
  readonly cards: number | null;

  constructor(reason: BoardRefusal, cards: number | null = null) {
    this.reason = reason;
    this.cards = cards;
  }
}

@ObjectType()
export class BoardSaved {
  @Field(() => Board)
  readonly board: Board;

  constructor(board: Board) {
    this.board = board;
  }
}

@ObjectType()
export class ColumnSaved {
  @Field(() => BoardColumn)
  readonly column: BoardColumn;

  constructor(column: BoardColumn) {
    this.column = column;
  }
}

@ObjectType()
export class LabelSaved {
  @Field(() => BoardLabel)
  readonly label: BoardLabel;

  constructor(label: BoardLabel) {
    this.label = label;
  }
}

@ObjectType({ description: 'It is gone for good.' })
export class Deleted {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

export const SaveBoardResult = createUnionType({
  name: 'SaveBoardResult',
  types: () => [BoardSaved, BoardRefused] as const,
});
export type SaveBoardResult = BoardSaved | BoardRefused;

export const SaveColumnResult = createUnionType({
  name: 'SaveColumnResult',
  types: () => [ColumnSaved, BoardRefused] as const,
});
export type SaveColumnResult = ColumnSaved | BoardRefused;

export const SaveLabelResult = createUnionType({
  name: 'SaveLabelResult',
  types: () => [LabelSaved, BoardRefused] as const,
});
export type SaveLabelResult = LabelSaved | BoardRefused;

export const DeleteBoardPartResult = createUnionType({
  name: 'DeleteBoardPartResult',
  types: () => [Deleted, BoardRefused] as const,
});
export type DeleteBoardPartResult = Deleted | BoardRefused;
