import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type KeyboardMoves } from '../moves/keyboard-moves';
import { neighbourOf } from './neighbours';

interface Handlers {
  readonly open: (cardId: string) => void;
  readonly move: (cardId: string) => void;
  readonly focused: (cardId: string) => void;
}

const cardOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null;

/** The card whose link, which stands for it, has the focus. */
const focusedCard = ({ target }: KeyboardEvent): HTMLElement | null =>
  target instanceof HTMLAnchorElement ? cardOf(target) : null;

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** Hears for all cards what is done with one: a listener for each of a thousand would be heard by nobody, and cost. */
export function useLaneEvents(
  root: RefObject<HTMLElement | null>,
  keyboard: RefObject<KeyboardMoves | null>,
  handlers: Handlers,
): void {
  const clicked = useEffectEvent((event: MouseEvent) => {
    const id = cardOf(event.target)?.dataset.card;
    const isButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (id === undefined || event.defaultPrevented || (!isButton && !isPlain(event))) return;
    event.preventDefault();
    if (isButton) handlers.move(id);
    else handlers.open(id);
  });
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const card = focusedCard(event);
    if (card === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const isCarried = keyboard.current?.press(event.key, card.dataset.card ?? '') === true;
    const neighbour = isCarried ? undefined : neighbourOf(card, event.key);
    if (isCarried || neighbour !== undefined) event.preventDefault();
    neighbour?.querySelector('a')?.focus();
  });
  const focused = useEffectEvent((event: FocusEvent) => {
    const id = cardOf(event.target)?.dataset.card;
    if (id !== undefined) handlers.focused(id);
  });
  const left = useEffectEvent((event: FocusEvent) => {
    if (cardOf(event.relatedTarget) !== cardOf(event.target)) keyboard.current?.cancel();
  });
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener('click', (event) => clicked(event), { signal });
    element.addEventListener('keydown', (event) => pressed(event), { signal });
    element.addEventListener('focusin', (event) => focused(event), { signal });
    element.addEventListener('focusout', (event) => left(event), { signal });
    return () => {
      listening.abort();
    };
  }, [root]);
}
