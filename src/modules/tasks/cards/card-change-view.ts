import { type CardChangeRow } from './card-change.entity.js';
import { CardField } from './card-codes.js';
import { type CardContent, type CardState } from './card-state.js';
import { type CardChange } from './card.type.js';

/** In the order in which they are told: what is read from the database has another one each time. */
const FIELDS: Readonly<Record<keyof CardContent, CardField>> = {
  title: CardField.TITLE,
  description: CardField.DESCRIPTION,
  labelIds: CardField.LABELS,
  assigneeIds: CardField.ASSIGNEES,
  dueAt: CardField.DUE_DATE,
  checklists: CardField.CHECKLISTS,
};

/** A change as it is shown: what it was about, and nothing of what the card said. */
export const cardChangeOf = ({
  id,
  version,
  kind,
  actorId,
  at,
  undone,
  undoes,
  columnId,
  before,
}: CardChangeRow): CardChange => ({
  id,
  version,
  kind,
  actorId,
  at,
  undone,
  undoable: before !== null && undoes === null && !undone,
  fields: Object.entries(FIELDS).flatMap(([name, field]) => (name in (before?.content ?? {}) ? field : [])),
  fromColumnId: columnBefore(before),
  columnId,
});

const columnBefore = (before: CardState | null): string | null =>
  before?.whereabouts?.kind === 'OPEN' ? before.whereabouts.columnId : null;
