import { Injectable } from '@nestjs/common';
import { BadInputError, NotFoundError } from '../../../common/errors/domain-error.js';
import { uuidv7 } from '../../../common/ids.js';
import { type Actor, Colleagues, Permission } from '../../auth/index.js';
import { ColumnRole } from '../boards/board-codes.js';
import { ColumnsRepository } from '../boards/columns.repository.js';
import { LabelsRepository } from '../boards/labels.repository.js';
import { ReviewsRepository } from '../reviews/reviews.repository.js';
import { type ChangeOf, CardChanging } from './card-changing.service.js';
import { CardChangeKind, CardRefusal } from './card-codes.js';
import { CardMaking } from './card-making.service.js';
import { CardPlaces } from './card-places.repository.js';
import { type CardContent, type Whereabouts } from './card-state.js';
import {
  type CardAtVersionInput,
  type ChecklistInput,
  type CreateCardInput,
  type MoveCardInput,
  type SetChecklistsInput,
  type TickChecklistItemInput,
  type UpdateCardInput,
} from './card.inputs.js';
import { type ChecklistContent } from './card.entity.js';
import { type ChangeCardResult } from './card.type.js';
import { type WholeCard } from './cards.repository.js';

/** What users do with cards. */
@Injectable()
export class CardEditing {
  constructor(
    private readonly changing: CardChanging,
    private readonly making: CardMaking,
    private readonly columns: ColumnsRepository,
    private readonly places: CardPlaces,
    private readonly labels: LabelsRepository,
    private readonly reviews: ReviewsRepository,
    private readonly colleagues: Colleagues,
  ) {}

  /** @throws NotFoundError without such a column; BadInputError for a label or a user that can't be on the card */
  async create(input: CreateCardInput, actor: Actor): Promise<ChangeCardResult> {
    const column = await this.columns.find(input.columnId);
    if (column === null) throw new NotFoundError('Column');
    await this.requireKnown(column.boardId, input);
    return this.making.create(input, column.boardId, actor);
  }

  /** @throws BadInputError for a label or a user that can't be on the card */
  update(input: UpdateCardInput, actor: Actor): Promise<ChangeCardResult> {
    const { cardId: _, expectedVersion: __, ...fields } = input;
    const given = Object.entries<unknown>(fields).filter(
      ([name, value]) => value !== undefined && (value !== null || name === 'dueAt'),
    );
    const content: Partial<CardContent> = Object.fromEntries(given);
    return this.edit(input, actor, async (card) => {
      await this.requireKnown(card.boardId, withoutThoseOf(card, content));
      return content;
    });
  }

  setChecklists(input: SetChecklistsInput, actor: Actor): Promise<ChangeCardResult> {
    return this.edit(input, actor, () => Promise.resolve({ checklists: input.checklists.map(checklistOf) }));
  }

  /** On whatever version the card has: an item that is there can be ticked. @throws NotFoundError */
  tick({ cardId, itemId, done }: TickChecklistItemInput, actor: Actor): Promise<ChangeCardResult> {
    return this.changing.at(cardId, (card) => {
      if (card.position === null) return this.changing.refuse(card, CardRefusal.NOT_OPEN, actor);
      const checklists = ticked(card.checklists, itemId, done);
      if (checklists === undefined) throw new NotFoundError('Checklist item');
      return this.changing.apply(card, { content: { checklists } }, { kind: CardChangeKind.EDITED, actor });
    });
  }

  move(input: MoveCardInput, actor: Actor): Promise<ChangeCardResult> {
    const to: Whereabouts = { kind: 'OPEN', columnId: input.toColumnId, afterCardId: input.afterCardId ?? null };
    return this.changing.atVersion(input, actor, async (card) => {
      if (card.position === null) return this.changing.refuse(card, CardRefusal.NOT_OPEN, actor);
      const column = await this.columns.find(input.toColumnId);
      const change = { kind: CardChangeKind.MOVED, actor };
      return column?.role === ColumnRole.DONE
        ? this.unlessReviewed(card, to, change)
        : this.changing.apply(card, { whereabouts: to }, change);
    });
  }

  archive(input: CardAtVersionInput, actor: Actor): Promise<ChangeCardResult> {
    const change = { kind: CardChangeKind.ARCHIVED, actor };
    return this.changing.atVersion(input, actor, (card) => this.unlessReviewed(card, { kind: 'ARCHIVED' }, change));
  }

  trash(input: CardAtVersionInput, actor: Actor): Promise<ChangeCardResult> {
    const change = { kind: CardChangeKind.TRASHED, actor };
    return this.changing.atVersion(input, actor, (card) => this.unlessReviewed(card, { kind: 'TRASHED' }, change));
  }

  reopen(input: CardAtVersionInput, actor: Actor): Promise<ChangeCardResult> {
    const change = { kind: CardChangeKind.REOPENED, actor };
    return this.changing.atVersion(input, actor, async (card) => {
      if (card.position !== null) return this.changing.apply(card, {}, change);
      return this.changing.apply(card, { whereabouts: await this.endFor(card) }, change);
    });
  }

  /** What waits for a decision leaves the board by a decision. */
  private async unlessReviewed(card: WholeCard, to: Whereabouts, change: ChangeOf): Promise<ChangeCardResult> {
    if (await this.reviews.isUndecided(card.id))
      return this.changing.refuse(card, CardRefusal.REVIEW_OPEN, change.actor);
    return this.changing.apply(card, { whereabouts: to }, change);
  }

  private edit(
    input: CardAtVersionInput,
    actor: Actor,
    contentFor: (card: WholeCard) => Promise<Partial<CardContent>>,
  ): Promise<ChangeCardResult> {
    return this.changing.atVersion(input, actor, async (card) => {
      if (card.position === null) return this.changing.refuse(card, CardRefusal.NOT_OPEN, actor);
      return this.changing.apply(card, { content: await contentFor(card) }, { kind: CardChangeKind.EDITED, actor });
    });
  }

  /** The end of the column that it was in; of the first when that one is archived. */
  private async endFor({ boardId, columnId }: WholeCard): Promise<Whereabouts> {
    const inUse = (await this.columns.of(boardId)).filter(({ archivedAt }) => archivedAt === null);
    const column = inUse.find(({ id }) => id === columnId) ?? inUse[0];
    if (column === undefined) throw new NotFoundError('Column');
    return { kind: 'OPEN', columnId: column.id, afterCardId: await this.places.last(column.id) };
  }

  private async requireKnown(
    boardId: string,
    { labelIds = [], assigneeIds = [] }: Partial<Pick<CardContent, 'labelIds' | 'assigneeIds'>>,
  ): Promise<void> {
    const labels = new Set(labelIds.length === 0 ? [] : (await this.labels.inUse(boardId)).map(({ id }) => id));
    if (labelIds.some((id) => !labels.has(id)))
      throw new BadInputError('The board has no such label.', { fields: ['labelIds'] });
    const colleagues = assigneeIds.length === 0 ? [] : await this.colleagues.who(Permission.BoardWrite);
    const able = new Set(colleagues.flatMap(({ id, able }) => (able ? id : [])));
    if (assigneeIds.some((id) => !able.has(id)))
      throw new BadInputError('No such user works on boards.', { fields: ['assigneeIds'] });
  }
}

/** Who and what stands on a card already stays, whatever became of them. */
const withoutThoseOf = (card: WholeCard, { labelIds = [], assigneeIds = [] }: Partial<CardContent>) => ({
  labelIds: labelIds.filter((id) => !card.labelIds.includes(id)),
  assigneeIds: assigneeIds.filter((id) => !card.assigneeIds.includes(id)),
});

const checklistOf = ({ id, title, items }: ChecklistInput): ChecklistContent => ({
  id: id ?? uuidv7(),
  title,
  items: items.map((item) => ({ id: item.id ?? uuidv7(), text: item.text, done: item.done })),
});

/** @returns undefined when there is no such item */
function ticked(
  checklists: readonly ChecklistContent[],
  itemId: string,
  done: boolean,
): readonly ChecklistContent[] | undefined {
  if (!checklists.some(({ items }) => items.some(({ id }) => id === itemId))) return undefined;
  return checklists.map((checklist) => ({
    ...checklist,
    items: checklist.items.map((item) => (item.id === itemId ? { ...item, done } : item)),
  }));
}
