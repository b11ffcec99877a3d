import { type BoardLive } from '../store/board-live';
import { type BoardState, type CardState, type Place } from '../store/board-state';
import { type Full, fullFor, isSamePlace, placeOf } from './places';

/** What moving says. */
export interface MoveTexts {
  readonly title: (card: CardState) => string;
  readonly moved: (column: string) => string;
  readonly full: (column: string, full: Full) => string;
}

/** A card in somebody's hand, as it was when it was picked up. */
export interface Held {
  readonly cardId: string;
  readonly title: string;
  readonly seenVersion: number;
}

/** The one way by which mouse, touch, keyboard and menu move a card. */
export class Mover {
  constructor(
    private readonly live: BoardLive,
    private readonly texts: MoveTexts,
  ) {}

  state(): BoardState {
    return this.live.shown();
  }

  pick(cardId: string): Held | undefined {
    const card = this.state().cards.get(cardId);
    return card && { cardId, title: this.texts.title(card), seenVersion: card.version };
  }

  columnName(columnId: string): string {
    return this.state().columns.find(({ id }) => id === columnId)?.name ?? '';
  }

  /** Why it may not go there, in words. */
  refusal({ cardId }: Held, columnId: string): string | undefined {
    const full = fullFor(this.state(), cardId, columnId);
    return full && this.texts.full(this.columnName(columnId), full);
  }

  /** Where it is now nothing is sent. @returns whether it went anywhere */
  drop({ cardId, seenVersion }: Held, place: Place): boolean {
    const state = this.state();
    const full = fullFor(state, cardId, place.columnId);
    if (full !== undefined) this.live.say({ kind: 'FULL', ...full });
    if (full !== undefined || isSamePlace(placeOf(state, cardId), place)) return false;
    void this.live.move({ cardId, ...place, seenVersion }, this.texts.moved(this.columnName(place.columnId)));
    return true;
  }
}
