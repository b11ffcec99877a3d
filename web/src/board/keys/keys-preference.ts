import { useSyncExternalStore } from 'react';

const KEY = 'presente.board.keys';
const listeners = new Set<() => void>();

/** Whether single keys do something; kept on the device (WCAG 2.2, 2.1.4). */
export const areKeysOn = (): boolean => localStorage.getItem(KEY) !== 'off';

export function setKeysOn(isOn: boolean): void {
  localStorage.setItem(KEY, isOn ? 'on' : 'off');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useKeysOn = (): boolean => useSyncExternalStore(subscribe, areKeysOn);
