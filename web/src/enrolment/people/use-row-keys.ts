import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, type RefObject, useRef } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

interface RowKeys {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Around the rows, each of which is a link. */
  readonly rowsRef: RefObject<HTMLUListElement | null>;
  /** For what holds both. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** `/` leads to the search, arrows from it through the rows and back, Enter in it opens the first one. */
export function useRowKeys(): RowKeys {
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

  const onKeyDown = (event: KeyboardEvent): void => {
    const links = [...(rowsRef.current?.querySelectorAll('a') ?? [])];
    const isInSearch = document.activeElement === searchRef.current;
    if (event.key === 'Enter' && isInSearch) links[0]?.click();
    const step = STEPS[event.key];
    if (step === undefined) return;
    const at = links.findIndex((link) => link === document.activeElement);
    if (at < 0 && !isInSearch) return;
    event.preventDefault();
    const next = at + step;
    if (next < 0) searchRef.current?.focus();
    else links[next]?.focus();
  };

  return { searchRef, rowsRef, onKeyDown };
}
