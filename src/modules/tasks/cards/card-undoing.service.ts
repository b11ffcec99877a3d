import { Injectable } from '@nestjs/common';
import { type Actor } from '../../auth/index.js';
import { ColumnsRepository } from '../boards/columns.repository.js';
import { LabelsRepository } from '../boards/labels.repository.js';
import { CardChanging } from './card-changing.service.js';
import { CardChangeKind, CardRefusal } from './card-codes.js';
import { CardHistory } from './card-history.repository.js';
import { CardPlaces } from './card-places.repository.js';
import { type CardContent, type CardState, type Whereabouts } from './card-state.js';
import { type UndoCardChangeInput } from './card.inputs.js';
import { CardSaved, type ChangeCardResult } from './card.type.js';
import { type WholeCard } from './cards.repository.js';

/**
 * Takes changes back, the latest first. What was undone is passed over, so a second undo goes one further back; a change that
 * is not the latest in force is refused, for what it changed may have been changed again.
 */
@Injectable()
export class CardUndoing {
  constructor(
    private readonly changing: CardChanging,
    private readonly history: CardHistory,
    private readonly columns: ColumnsRepository,
    private readonly places: CardPlaces,
    private readonly labels: LabelsRepository,
  ) {}

  undo({ cardId, changeId }: UndoCardChangeInput, actor: Actor): Promise<ChangeCardResult> {
    return this.changing.at(cardId, async (card) => {
      const latest = await this.history.latest(cardId);
      if (latest !== null && latest.id !== changeId)
        return this.changing.refuse(card, CardRefusal.CHANGED_SINCE, actor);
      if (!latest?.before) return this.changing.refuse(card, CardRefusal.NOT_UNDOABLE, actor);
      const state = await this.reachable(card, latest.before);
      if (state === undefined) return this.changing.refuse(card, CardRefusal.CHANGED_SINCE, actor);
      const result = await this.changing.apply(card, state, { kind: CardChangeKind.UNDONE, actor, undoes: changeId });
      if (result instanceof CardSaved) await this.history.markUndone(changeId);
      return result;
    });
  }

  /** The state as far as it can be had again. @returns undefined when its column is gone */
  private async reachable(card: WholeCard, { content, whereabouts }: CardState): Promise<CardState | undefined> {
    const place = whereabouts && (await this.placeAgain(whereabouts));
    if (whereabouts !== undefined && place === undefined) return undefined;
    return {
      ...(content && { content: await this.contentAgain(card.boardId, content) }),
      ...(place && { whereabouts: place }),
    };
  }

  /** The end of the column when the card above has gone elsewhere. */
  private async placeAgain(earlier: Whereabouts): Promise<Whereabouts | undefined> {
    if (earlier.kind !== 'OPEN') return earlier;
    const { columnId, afterCardId } = earlier;
    const column = await this.columns.find(columnId);
    if (column?.archivedAt !== null) return undefined;
    if (afterCardId === null || (await this.places.has(columnId, afterCardId))) return earlier;
    return { ...earlier, afterCardId: await this.places.last(columnId) };
  }

  /** As it comes out of JSON, where a date is a text; without labels that are gone. */
  private async contentAgain(boardId: string, content: Partial<CardContent>): Promise<Partial<CardContent>> {
    const { labelIds, dueAt } = content;
    const labels = labelIds && new Set((await this.labels.of(boardId)).map(({ id }) => id));
    return {
      ...content,
      ...(dueAt && { dueAt: new Date(dueAt) }),
      ...(labelIds && { labelIds: labelIds.filter((id) => labels?.has(id)) }),
    };
  }
}
