import { registerEnumType } from '@nestjs/graphql';

/** Boards that Presente itself works with. */
export enum SystemBoard {
  REVIEWS = 'REVIEWS',
}
registerEnumType(SystemBoard, {
  name: 'SystemBoard',
  description: 'REVIEWS: validations that a person looks at open a card here by themselves.',
});

/** What a column of a system board is for; its name may be changed. */
export enum ColumnRole {
  WAITING = 'WAITING',
  IN_REVIEW = 'IN_REVIEW',
  DONE = 'DONE',
}
registerEnumType(ColumnRole, { name: 'ColumnRole', description: 'What a column of a system board is for.' });

/** What a full column does. */
export enum WipMode {
  WARN = 'WARN',
  BLOCK = 'BLOCK',
}
registerEnumType(WipMode, {
  name: 'WipMode',
  description: 'What a column with `wipLimit` open cards does. WARN: takes more. BLOCK: takes no more from elsewhere.',
});

export enum LabelColour {
  GREY = 'GREY',
  RED = 'RED',
  ORANGE = 'ORANGE',
  YELLOW = 'YELLOW',
  GREEN = 'GREEN',
  TEAL = 'TEAL',
  BLUE = 'BLUE',
  VIOLET = 'VIOLET',
  PINK = 'PINK',
}
registerEnumType(LabelColour, { name: 'LabelColour' });

/** What a change on a board is about. */
export enum BoardSubject {
  BOARD = 'BOARD',
  COLUMN = 'COLUMN',
  LABEL = 'LABEL',
  CARD = 'CARD',
}
