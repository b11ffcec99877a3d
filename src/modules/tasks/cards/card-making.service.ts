import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { uuidv7 } from '../../../common/ids.js';
import { Database } from '../../../platform/database/database.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { BoardsRepository } from '../boards/boards.repository.js';
import { CardChangeKind, CardRefusal } from './card-codes.js';
import { cardChangeOf } from './card-change-view.js';
import { CardHistory } from './card-history.repository.js';
import { CardPlaces } from './card-places.repository.js';
import { CardPlacing, type PlaceRefusal } from './card-placing.service.js';
import { CardReading } from './card-reading.service.js';
import { type CreateCardInput } from './card.inputs.js';
import { CardRefused, CardSaved, type ChangeCardResult, WipLimitReached } from './card.type.js';
import { CardsRepository } from './cards.repository.js';

/** Makes the cards that users ask for. */
@Injectable()
export class CardMaking {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly boards: BoardsRepository,
    private readonly cards: CardsRepository,
    private readonly places: CardPlaces,
    private readonly placing: CardPlacing,
    private readonly history: CardHistory,
    private readonly reading: CardReading,
  ) {}

  /** @throws NotFoundError when the column, or the card above, is not there (any more) */
  create(input: CreateCardInput, boardId: string, actor: Actor): Promise<ChangeCardResult> {
    const { idempotencyKey: key, ...asked } = input;
    return this.database.transaction(async () => {
      const id = uuidv7();
      const request = { actorId: actor.id, operation: 'createCard', key, input: asked };
      const earlier = await this.idempotency.claim(request, id);
      if (earlier !== undefined) return new CardSaved(await this.reading.get(earlier, actor), null);
      await this.boards.hold(boardId);
      const after = asked.afterCardId ?? (await this.places.last(asked.columnId));
      const place = await this.placing.place({ id, boardId, openIn: null }, asked.columnId, after);
      if (place instanceof WipLimitReached || typeof place === 'string') {
        await this.idempotency.release(request);
        return refusal(place);
      }
      const { title, description, labelIds, assigneeIds, dueAt = null } = asked;
      const content = { title, description, labelIds, assigneeIds, dueAt };
      await this.cards.insert({ id, boardId, ...place, ...content, createdBy: actor.id });
      const before = { whereabouts: { kind: 'TRASHED' } } as const;
      const change = await this.history.add({ cardId: id, kind: CardChangeKind.CREATED, actorId: actor.id, before });
      return new CardSaved(await this.reading.get(id, actor), cardChangeOf(change));
    });
  }
}

/** @throws NotFoundError */
function refusal(place: PlaceRefusal): ChangeCardResult {
  if (place instanceof WipLimitReached) return place;
  if (place === 'BOARD_FULL') return new CardRefused(CardRefusal.BOARD_FULL, null);
  throw new NotFoundError(place === 'NO_COLUMN' ? 'Column' : 'Card');
}
