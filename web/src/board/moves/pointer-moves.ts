import { AutoScroller, DragDropManager, Draggable, PointerActivationConstraints, PointerSensor } from '@dnd-kit/dom';
import { cardElement, cardsIn, laneElement } from '../lanes/elements';
import { announce } from './announce';
import { type DropLine } from './drop-line';
import { type Held, type Mover } from './mover';

const { Delay, Distance } = PointerActivationConstraints;

/** A finger that rests so long means to carry the card; one that moves sooner scrolls (REFERENCES, K1). */
const LONG_PRESS_MS = 300;
/** The handle does not scroll, so it is enough that the finger stays near. */
const HANDLE_PRESS_MS = 250;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Target {
  readonly columnId: string;
  readonly index: number;
}

/** Moves by mouse, pen and finger. One draggable serves all cards: a thousand of them cost nothing until one is taken. */
export class PointerMoves {
  private readonly manager: DragDropManager;
  private held: Held | undefined;
  private copy: HTMLElement | undefined;
  private grip: Point = { x: 0, y: 0 };
  private at: Point = { x: 0, y: 0 };
  private saidFull: string | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly line: DropLine,
    private readonly mover: Mover,
  ) {
    this.manager = new DragDropManager({
      plugins: [AutoScroller],
      sensors: [PointerSensor.configure({ activationConstraints, preventActivation: (event) => !this.aim(event) })],
    });
    this.draggable = new Draggable({ id: 'card', handle: root }, this.manager);
    const { monitor } = this.manager;
    monitor.addEventListener('dragstart', ({ operation }) => {
      this.start(operation.position.initial);
    });
    monitor.addEventListener('dragmove', ({ operation, to }) => {
      this.follow(to ?? operation.position.current);
    });
    monitor.addEventListener('dragend', ({ canceled }) => {
      this.end(canceled);
    });
  }

  private readonly draggable: Draggable;

  readonly destroy = (): void => {
    this.end(true);
    this.manager.destroy();
  };

  /** @returns whether there is a card under the pointer that can be taken */
  private aim({ target }: PointerEvent): boolean {
    if (!(target instanceof Element) || target.closest('button:not([data-handle])') !== null) return false;
    const card = target.closest<HTMLElement>('[data-card]');
    if (card?.dataset.card === undefined) return false;
    this.draggable.element = card;
    return true;
  }

  private start(from: Point): void {
    const card = this.draggable.element;
    const held = card instanceof HTMLElement ? this.mover.pick(card.dataset.card ?? '') : undefined;
    if (!(card instanceof HTMLElement) || held === undefined) return;
    const { left, top, width } = card.getBoundingClientRect();
    this.held = held;
    this.grip = { x: from.x - left, y: from.y - top };
    const copy = card.cloneNode(true) as HTMLElement;
    delete copy.dataset.card;
    copy.dataset.carried = held.cardId;
    copy.inert = true;
    Object.assign(copy.style, { position: 'fixed', left: '0', top: '0', width: `${width}px` });
    card.dataset.held = '';
    this.root.dataset.carrying = '';
    document.body.append(copy);
    this.copy = copy;
    this.root.addEventListener('scroll', this.scrolled, { capture: true, passive: true });
    this.follow(from);
  }

  private readonly scrolled = (): void => {
    this.follow(this.at);
  };

  private follow(to: Point): void {
    if (this.held === undefined || this.copy === undefined) return;
    this.at = to;
    this.copy.style.transform = `translate(${to.x - this.grip.x}px, ${to.y - this.grip.y}px) rotate(2deg)`;
    const target = this.targetAt(this.held, to);
    if (target === undefined) return;
    const refusal = this.mover.refusal(this.held, target.columnId);
    this.line.show(this.held.cardId, target.columnId, target.index, refusal !== undefined);
    if (refusal !== undefined && this.saidFull !== target.columnId) announce(refusal);
    this.saidFull = refusal === undefined ? undefined : target.columnId;
  }

  private end(isCancelled: boolean): void {
    const { held, copy } = this;
    if (held === undefined) return;
    this.held = undefined;
    this.saidFull = undefined;
    this.root.removeEventListener('scroll', this.scrolled, { capture: true });
    this.line.hide();
    delete this.root.dataset.carrying;
    const source = cardElement(held.cardId);
    if (source !== null) delete source.dataset.held;
    const target = isCancelled ? undefined : this.targetAt(held, this.at);
    const lane = target && laneElement(target.columnId);
    if (target && lane) {
      const above = cardsIn(lane, held.cardId)[target.index - 1];
      this.mover.drop(held, { columnId: target.columnId, afterCardId: above?.dataset.card ?? null });
    }
    copy?.remove();
    this.copy = undefined;
  }

  /** In the column above or below the pointer, wherever in it the pointer is. */
  private targetAt({ cardId }: Held, { x, y }: Point): Target | undefined {
    const lanes = [...this.root.querySelectorAll<HTMLElement>('[data-lane]')];
    const lane = lanes.find((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left <= x && x <= right;
    });
    if (lane?.dataset.lane === undefined) return undefined;
    return { columnId: lane.dataset.lane, index: indexAt(cardsIn(lane, cardId), y) };
  }
}

/** How many cards have their middle above a height: by halves, for measuring each of a long column takes its time. */
function indexAt(cards: readonly HTMLElement[], y: number): number {
  let from = 0;
  let to = cards.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const { top, height } = cards[middle]!.getBoundingClientRect();
    if (top + height / 2 < y) from = middle + 1;
    else to = middle;
  }
  return from;
}

function activationConstraints({ pointerType, target }: PointerEvent) {
  if (pointerType !== 'touch') return [new Distance({ value: 5 })];
  const isHandle = target instanceof Element && target.closest('[data-handle]') !== null;
  return [
    isHandle ? new Delay({ value: HANDLE_PRESS_MS, tolerance: 20 }) : new Delay({ value: LONG_PRESS_MS, tolerance: 5 }),
  ];
}
