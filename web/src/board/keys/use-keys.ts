import { useEffect, useEffectEvent } from 'react';
import { areKeysOn } from './keys-preference';

/** Whether somebody writes here, or chooses something in a list. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"], [role="combobox"]') !== null);

/** What is open over the board has its own keys. */
const isCovered = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;

interface Options {
  /** Also while a dialog is open: for the keys of that dialog. */
  readonly inDialog?: boolean;
}

/**
 * Single keys, by the character that they make: `/` is Shift and 7 on a Spanish keyboard. Silent while somebody types,
 * with Ctrl, Alt or Meta, and when they are switched off.
 */
export function useKeys(actions: Readonly<Record<string, () => void>>, { inDialog = false }: Options = {}): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action === undefined || event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (!areKeysOn() || isCovered() !== inDialog) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      press(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
}

/** Ctrl+Z or ⌘Z, but for the field that somebody types in. */
export function useUndoKey(undo: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isUndo || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    undo();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      press(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
}
