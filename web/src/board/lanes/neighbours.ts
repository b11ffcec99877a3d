import { cardsIn } from './elements';

/** The card that an arrow leads to; in the next column that shows cards, at the same height in the list. */
export function neighbourOf(card: HTMLElement, key: string): HTMLElement | undefined {
  const lane = card.closest('[data-lane]');
  if (lane === null) return undefined;
  const cards = cardsIn(lane, '');
  const index = cards.indexOf(card);
  switch (key) {
    case 'ArrowUp':
      return cards[index - 1];
    case 'ArrowDown':
      return cards[index + 1];
    case 'Home':
      return cards[0];
    case 'End':
      return cards.at(-1);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const beside = besideOf(lane, key === 'ArrowLeft' ? 'previousElementSibling' : 'nextElementSibling');
      return beside[Math.min(index, beside.length - 1)];
    }
    default:
      return undefined;
  }
}

function besideOf(lane: Element, next: 'previousElementSibling' | 'nextElementSibling'): HTMLElement[] {
  for (let beside = lane[next]; beside !== null; beside = beside[next]) {
    const cards = cardsIn(beside, '');
    if (cards.length > 0) return cards;
  }
  return [];
}
