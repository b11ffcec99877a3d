import { useEffect, useRef } from 'react';
import { useBoard } from '../store/board-store';

/** Reads again what is not on the board when something leaves the board or comes back to it. */
export function useReloadWithBoard(reload: () => unknown): void {
  const { cards, columns, archivedColumns, labels } = useBoard();
  const latest = useRef(reload);
  const isFirst = useRef(true);
  useEffect(() => {
    latest.current = reload;
  });
  useEffect(() => {
    if (!isFirst.current) latest.current();
    isFirst.current = false;
  }, [cards.size, columns.length, archivedColumns.length, labels]);
}
