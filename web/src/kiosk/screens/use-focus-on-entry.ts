import { type RefCallback, useCallback } from 'react';

/** For a panel of choices: the next key, or the next press of the only switch somebody has, is for the first of them. */
export const useFocusOnEntry = (): RefCallback<HTMLElement> =>
  useCallback((panel) => panel?.querySelector('button')?.focus(), []);
