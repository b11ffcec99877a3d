import { type movesTexts as es, type outcomesTexts as outcomesEs } from './moves-texts.es';

export const movesTexts: typeof es = {
  to: 'Move to…',
  column: 'Column',
  position: 'Position',
  top: '{{position}}, top',
  bottom: '{{position}}, bottom',
  move: 'Move',
  moved: 'Moved to {{column}}',
  full: '{{column}} is full: {{count}} of {{limit}}. Take a card out first.',
  picked:
    '“{{title}}” picked up. {{column}}, position {{index}} of {{count}}. Arrows choose the place, Space drops, Escape leaves it where it was.',
  over: '{{column}}, position {{index}} of {{count}}',
  dropped: '“{{title}}” dropped in {{column}}, position {{index}}',
  returned: '“{{title}}” is where it was',
};

export const outcomesTexts: typeof outcomesEs = {
  undo: 'Undo',
  undone: 'Undone: {{done}}',
  nothingToUndo: 'Nothing to undo',
  conflict: 'Somebody changed “{{title}}” meanwhile. It is in {{column}}.',
  conflictGone: 'Somebody took “{{title}}” off the board meanwhile.',
  refused: {
    NOT_OPEN: 'The card is archived or in the trash.',
    CHANGED_SINCE: 'This can’t be undone: somebody changed it since.',
    NOT_UNDOABLE: 'This can’t be undone.',
    REVIEW_OPEN: 'The review on this card was not decided yet.',
    BOARD_FULL: 'The board is full: it has 2,000 cards. Archive some.',
  },
  columnRefused: {
    NAME_TAKEN: 'There is another one of this name.',
    TOO_MANY: 'There is no room for more columns: 30 at most.',
    SYSTEM: 'Presente works with it, so it can’t be taken away.',
    NOT_ARCHIVED: 'Archive it first.',
    NOT_EMPTY: 'The column has cards ({{count}}). Move or archive them first.',
  },
  failed: 'Not done. {{problem}}',
  away: 'No connection. The board will catch up by itself.',
  reconnected_zero: 'Reconnected, no changes',
  reconnected_one: 'Reconnected, {{count}} change',
  reconnected_other: 'Reconnected, {{count}} changes',
};
