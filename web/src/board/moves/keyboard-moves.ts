import { cardElement, cardsIn, laneElement } from '../lanes/elements';
import { announce } from './announce';
import { type DropLine } from './drop-line';
import { type Held, type Mover } from './mover';

/** What carrying a card by keyboard says to a screen reader. */
export interface CarryTexts {
  readonly picked: (title: string, column: string, index: number, count: number) => string;
  readonly over: (column: string, index: number, count: number) => string;
  readonly dropped: (title: string, column: string, index: number) => string;
  readonly returned: (title: string) => string;
}

const STEPS: Readonly<Record<string, readonly [columns: number, cards: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves by keyboard: Space picks a card up, arrows choose the place, Space puts it there, Escape leaves it where it was. */
export class KeyboardMoves {
  private held: Held | undefined;
  private columnId = '';
  /** Among the other cards of the column. */
  private index = 0;

  constructor(
    private readonly line: DropLine,
    private readonly mover: Mover,
    private readonly texts: CarryTexts,
  ) {}

  /** @returns whether the key was meant for the card in hand, or picked this one up */
  readonly press = (key: string, cardId: string): boolean => {
    if (this.held === undefined) return key === ' ' && this.pick(cardId);
    const step = STEPS[key];
    if (step !== undefined) this.step(...step);
    else if (key === ' ' || key === 'Enter') this.drop();
    else if (key === 'Escape') this.cancel();
    else return key !== 'Tab';
    return true;
  };

  /** Also when the focus goes elsewhere. */
  readonly cancel = (): void => {
    const held = this.release();
    if (held !== undefined) announce(this.texts.returned(held.title));
  };

  private pick(cardId: string): boolean {
    const held = this.mover.pick(cardId);
    const element = cardElement(cardId);
    const lane = element?.closest<HTMLElement>('[data-lane]');
    if (held === undefined || !element || !lane?.dataset.lane) return false;
    this.held = held;
    this.columnId = lane.dataset.lane;
    const all = [...lane.querySelectorAll('[data-card]')];
    this.index = all.indexOf(element);
    element.dataset.held = '';
    this.show();
    announce(this.texts.picked(held.title, this.mover.columnName(this.columnId), this.index + 1, all.length));
    return true;
  }

  private step(columns: number, cards: number): void {
    const ids = this.mover.state().columns.map(({ id }) => id);
    const to = ids[ids.indexOf(this.columnId) + columns];
    if (to === undefined) return;
    this.columnId = to;
    this.index = Math.min(Math.max(this.index + cards, 0), this.others().length);
    this.show();
    const refusal = this.held && this.mover.refusal(this.held, to);
    const place = this.texts.over(this.mover.columnName(to), this.index + 1, this.others().length + 1);
    announce(refusal ?? place);
  }

  private drop(): void {
    const { columnId, index } = this;
    const above = this.others()[index - 1]?.dataset.card ?? null;
    // What it can't be put on it stays over, so that another place can be chosen.
    const refusal = this.held && this.mover.refusal(this.held, columnId);
    if (refusal !== undefined) {
      announce(refusal);
      return;
    }
    const held = this.release();
    if (held === undefined) return;
    this.mover.drop(held, { columnId, afterCardId: above });
    announce(this.texts.dropped(held.title, this.mover.columnName(columnId), index + 1));
  }

  private release(): Held | undefined {
    const { held } = this;
    if (held === undefined) return undefined;
    this.held = undefined;
    this.line.hide();
    const element = cardElement(held.cardId);
    if (element !== null) delete element.dataset.held;
    return held;
  }

  private show(): void {
    const lane = laneElement(this.columnId);
    if (this.held === undefined || lane === null) return;
    lane.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const others = this.others();
    (others[this.index] ?? others.at(-1))?.scrollIntoView({ block: 'nearest' });
    const isFull = this.mover.refusal(this.held, this.columnId) !== undefined;
    this.line.show(this.held.cardId, this.columnId, this.index, isFull);
  }

  private others(): HTMLElement[] {
    const lane = laneElement(this.columnId);
    return lane === null || this.held === undefined ? [] : cardsIn(lane, this.held.cardId);
  }
}
