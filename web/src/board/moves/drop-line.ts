import { cardsIn, laneElement } from '../lanes/elements';

/** Between two cards there is room for it. */
const GAP = 8;

/** Shows where a card would go: a line between two cards, and a column that takes it or says why not. No card moves. */
export class DropLine {
  private lane: HTMLElement | undefined;

  constructor(private readonly line: HTMLElement) {}

  /** @param index among the other cards of the column */
  show(cardId: string, columnId: string, index: number, isFull: boolean): void {
    const lane = laneElement(columnId);
    if (lane === null) return;
    if (lane !== this.lane) this.hide();
    this.lane = lane;
    const drop = isFull ? 'full' : 'here';
    if (lane.dataset.drop !== drop) lane.dataset.drop = drop;
    const list = lane.querySelector<HTMLElement>('[data-list]');
    if (list === null) return;
    const bounds = list.getBoundingClientRect();
    const top = topOf(list, cardsIn(lane, cardId), index);
    const isSeen = !isFull && top >= bounds.top - GAP && top <= bounds.bottom + GAP;
    this.line.hidden = !isSeen;
    this.line.style.width = `${bounds.width - 2 * GAP}px`;
    this.line.style.transform = `translate(${bounds.left + GAP}px, ${top}px)`;
  }

  hide(): void {
    this.line.hidden = true;
    delete this.lane?.dataset.drop;
    this.lane = undefined;
  }
}

function topOf(list: HTMLElement, cards: readonly HTMLElement[], index: number): number {
  const below = cards[index]?.getBoundingClientRect().top;
  if (below !== undefined) return below - GAP / 2;
  const above = cards.at(-1)?.getBoundingClientRect().bottom;
  return above === undefined ? list.getBoundingClientRect().top + GAP : above + GAP / 2;
}
