import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

interface RowKeys {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Around the rows, each of which is a link. */
  readonly rowsRef: RefObject<HTMLUListElement | null>;
  readonly onSearchKey: (event: KeyboardEvent) => void;
  /** Stays the same from one drawing to the next. */
  readonly onRowKey: (event: KeyboardEvent) => void;
}

/**
 * `/` leads to the search, arrows from it through the rows and back, Enter in it opens the first one; Space on a row chooses it.
 * @param isSettled whether the rows are those of what stands in the search: Enter must not open who was found before
 */
export function useRowKeys(isSettled: boolean): RowKeys {
  const searchRef = useRef<HTMLInputElement>(null);
  const rowsRef = useRef<HTMLUListElement>(null);
  useHotkeys([
    [
      '/',
      () => {
        searchRef.current?.focus();
      },
    ],
  ]);

  const onRowKey = useCallback((event: KeyboardEvent): void => {
    if (event.key === ' ') {
      event.preventDefault();
      event.currentTarget.closest('li')?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const links = [...(rowsRef.current?.querySelectorAll('a') ?? [])];
    const next = links.findIndex((link) => link === event.currentTarget) + step;
    if (next < 0) searchRef.current?.focus();
    else links[next]?.focus();
  }, []);

  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && isSettled) rowsRef.current?.querySelector('a')?.click();
    else if (event.key !== ' ') onRowKey(event);
  };

  return { searchRef, rowsRef, onSearchKey, onRowKey };
}
