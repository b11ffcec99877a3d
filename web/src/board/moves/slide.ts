import { flushSync } from 'react-dom';
import { cardElement, linkOf } from '../lanes/elements';

const DURATION_MS = 180;

/** More of them at once are no movement that anybody follows. */
const MAX = 12;

/**
 * Draws a change that puts cards elsewhere, and has each slide from where it was seen last. The card that has the focus
 * keeps it.
 */
export function slide(cardIds: readonly string[], change: () => void): void {
  const focused = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card;
  const followed = cardIds.length <= MAX && !matchMedia('(prefers-reduced-motion: reduce)').matches ? cardIds : [];
  const before = followed.map((id) => seenAt(id)?.getBoundingClientRect());
  flushSync(change);
  for (const [index, id] of followed.entries()) animate(cardElement(id), before[index]);
  if (focused !== undefined && cardIds.includes(focused)) linkOf(focused)?.focus();
}

/** What is in somebody's hand is seen there. */
const seenAt = (id: string): Element | null =>
  document.querySelector(`[data-carried="${CSS.escape(id)}"]`) ?? cardElement(id);

/** A copy does it: a column cuts off what leaves it. */
function animate(element: HTMLElement | null, from: DOMRect | undefined): void {
  if (element === null || from === undefined) return;
  const to = element.getBoundingClientRect();
  const copy = element.cloneNode(true) as HTMLElement;
  delete copy.dataset.card;
  copy.inert = true;
  Object.assign(copy.style, { position: 'fixed', left: `${to.left}px`, top: `${to.top}px`, width: `${to.width}px` });
  copy.style.zIndex = '300';
  document.body.append(copy);
  element.style.visibility = 'hidden';
  const back = [{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)` }, { transform: 'none' }];
  const arrive = () => {
    copy.remove();
    element.style.visibility = '';
  };
  copy.animate(back, { duration: DURATION_MS, easing: 'ease-out' }).finished.then(arrive, arrive);
}
