/** Cards and columns on the page, by their ids. */
export const cardElement = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);

export const linkOf = (cardId: string): HTMLElement | null =>
  cardElement(cardId)?.querySelector<HTMLElement>('a') ?? null;

export const laneElement = (columnId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-lane="${CSS.escape(columnId)}"]`);

/** The cards of a column that are shown, from top to bottom, without one. */
export const cardsIn = (lane: Element, withoutId: string): HTMLElement[] =>
  [...lane.querySelectorAll<HTMLElement>('[data-card]')].filter(({ dataset }) => dataset.card !== withoutId);
