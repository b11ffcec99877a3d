import { registerEnumType } from '@nestjs/graphql';

export enum CardChangeKind {
  CREATED = 'CREATED',
  EDITED = 'EDITED',
  MOVED = 'MOVED',
  ARCHIVED = 'ARCHIVED',
  TRASHED = 'TRASHED',
  REOPENED = 'REOPENED',
  UNDONE = 'UNDONE',
  DECIDED = 'DECIDED',
}
registerEnumType(CardChangeKind, {
  name: 'CardChangeKind',
  description:
    'REOPENED: taken out of the archive or of the trash. DECIDED: the review on it. UNDONE: took another back.',
});

/** A part of what a card says. */
export enum CardField {
  TITLE = 'TITLE',
  DESCRIPTION = 'DESCRIPTION',
  LABELS = 'LABELS',
  ASSIGNEES = 'ASSIGNEES',
  DUE_DATE = 'DUE_DATE',
  CHECKLISTS = 'CHECKLISTS',
}
registerEnumType(CardField, { name: 'CardField', description: 'A part of what a card says.' });

/** Why a card stays as it is. */
export enum CardRefusal {
  NOT_OPEN = 'NOT_OPEN',
  CHANGED_SINCE = 'CHANGED_SINCE',
  NOT_UNDOABLE = 'NOT_UNDOABLE',
  REVIEW_OPEN = 'REVIEW_OPEN',
  BOARD_FULL = 'BOARD_FULL',
}
registerEnumType(CardRefusal, {
  name: 'CardRefusal',
  description:
    'NOT_OPEN: it is archived or in the trash; take it out first. CHANGED_SINCE: another change came after the one to be ' +
    'undone, or where it was is not there any more. NOT_UNDOABLE: a decision is never undone, and a change of long ago is ' +
    'forgotten. REVIEW_OPEN: nobody has decided the review on it yet. BOARD_FULL: the board has 2,000 open cards.',
});
