import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { type Actor } from '../../auth/index.js';
import { BoardsRepository } from '../boards/boards.repository.js';
import { type CardChangeKind, CardRefusal } from './card-codes.js';
import { cardChangeOf } from './card-change-view.js';
import { CardHistory } from './card-history.repository.js';
import { CardPlaces } from './card-places.repository.js';
import { CardPlacing, type Placement, type PlaceRefusal } from './card-placing.service.js';
import { CardReading } from './card-reading.service.js';
import { type CardContent, type CardState, type Whereabouts } from './card-state.js';
import { CardConflict, CardRefused, CardSaved, type ChangeCardResult, WipLimitReached } from './card.type.js';
import { type CardColumns, CardsRepository, type WholeCard } from './cards.repository.js';

/** How a change stands in the history. */
export interface ChangeOf {
  readonly kind: CardChangeKind;
  readonly actor: Actor;
  /** The change that is taken back. */
  readonly undoes?: string;
  /** False: nobody can take it back. */
  readonly undoable?: boolean;
}

/** Changes cards, one change at a time on a board, and keeps what takes each of them back. */
@Injectable()
export class CardChanging {
  constructor(
    private readonly database: Database,
    private readonly boards: BoardsRepository,
    private readonly cards: CardsRepository,
    private readonly places: CardPlaces,
    private readonly placing: CardPlacing,
    private readonly history: CardHistory,
    private readonly reading: CardReading,
  ) {}

  /**
   * Runs `work` in a transaction that holds the board, on the card as it is then.
   * @throws NotFoundError
   */
  at<Result>(cardId: string, work: (card: WholeCard) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async () => {
      const { boardId } = await this.get(cardId);
      await this.boards.hold(boardId);
      return work(await this.get(cardId));
    });
  }

  /** As `at`, when the card still is what the client saw of it. */
  atVersion<Result>(
    { cardId, expectedVersion }: { readonly cardId: string; readonly expectedVersion: number },
    actor: Actor,
    work: (card: WholeCard) => Promise<Result>,
  ): Promise<Result | CardConflict> {
    return this.at(cardId, async (card) =>
      card.version === expectedVersion ? work(card) : new CardConflict(await this.reading.get(cardId, actor)),
    );
  }

  /** Brings the card, whose board is held, into a state. */
  async apply(card: WholeCard, state: CardState, change: ChangeOf): Promise<ChangeCardResult> {
    const { id } = card;
    const earlier = await this.differingFrom(card, state);
    if (earlier === undefined) return new CardSaved(await this.reading.get(id, change.actor), null);
    const placed = earlier.whereabouts && state.whereabouts && (await this.columnsOf(card, state.whereabouts));
    if (isRefusal(placed)) return this.refusal(card, placed, change.actor);
    await this.cards.update(id, { ...state.content, ...placed });
    const { kind, actor, undoes = null, undoable = true } = change;
    const before = undoable ? earlier : null;
    const entry = await this.history.add({ cardId: id, kind, actorId: actor.id, before, undoes });
    return new CardSaved(await this.reading.get(id, actor), cardChangeOf(entry));
  }

  async refuse(card: WholeCard, reason: CardRefusal, actor: Actor): Promise<CardRefused> {
    return new CardRefused(reason, await this.reading.get(card.id, actor));
  }

  /** What `state` would change, as it is now; undefined when that is nothing. */
  private async differingFrom(
    card: WholeCard,
    { content = {}, whereabouts }: CardState,
  ): Promise<CardState | undefined> {
    const names = Object.keys(content) as (keyof CardContent)[];
    const changed = names.filter((name) => !isDeepStrictEqual(card[name], content[name]));
    const now = whereabouts && (await this.whereabouts(card));
    const moves = now !== undefined && !isDeepStrictEqual(now, whereabouts);
    if (changed.length === 0 && !moves) return undefined;
    return {
      ...(changed.length > 0 && { content: Object.fromEntries(changed.map((name) => [name, card[name]])) }),
      ...(moves && { whereabouts: now }),
    };
  }

  private async whereabouts(card: WholeCard): Promise<Whereabouts> {
    if (card.archivedAt !== null) return { kind: 'ARCHIVED' };
    if (card.trashedAt !== null) return { kind: 'TRASHED' };
    return { kind: 'OPEN', columnId: card.columnId, afterCardId: await this.places.above(card) };
  }

  private async columnsOf(card: WholeCard, to: Whereabouts): Promise<CardColumns | PlaceRefusal> {
    const now = new Date();
    if (to.kind === 'ARCHIVED') return { position: null, archivedAt: now, trashedAt: null };
    if (to.kind === 'TRASHED') return { position: null, archivedAt: null, trashedAt: now };
    const openIn = card.position === null ? null : card.columnId;
    const { id, boardId } = card;
    const place = await this.placing.place({ id, boardId, openIn }, to.columnId, to.afterCardId);
    if (isRefusal(place)) return place;
    return { ...place, archivedAt: null, trashedAt: null, ...(openIn !== to.columnId && { enteredAt: now }) };
  }

  /** A neighbour that went is somebody else's change: the client sees the card, and where it is. */
  private async refusal(card: WholeCard, refusal: PlaceRefusal, actor: Actor): Promise<ChangeCardResult> {
    if (refusal instanceof WipLimitReached) return refusal;
    if (refusal === 'NO_COLUMN') throw new NotFoundError('Column');
    if (refusal === 'BOARD_FULL') return this.refuse(card, CardRefusal.BOARD_FULL, actor);
    return new CardConflict(await this.reading.get(card.id, actor));
  }

  private async get(id: string): Promise<WholeCard> {
    const card = await this.cards.find(id);
    if (card === undefined) throw new NotFoundError('Card');
    return card;
  }
}

const isRefusal = (placed: CardColumns | Placement | PlaceRefusal | undefined): placed is PlaceRefusal =>
  typeof placed === 'string' || placed instanceof WipLimitReached;
