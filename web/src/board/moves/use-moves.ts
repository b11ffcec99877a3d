import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DropLine } from './drop-line';
import { type CarryTexts, KeyboardMoves } from './keyboard-moves';
import { type Mover } from './mover';
import { PointerMoves } from './pointer-moves';

interface Elements {
  readonly root: RefObject<HTMLElement | null>;
  readonly line: RefObject<HTMLElement | null>;
}

/** Has cards carried by mouse, finger and keyboard. @returns what takes the keys of a card; empty for who only reads */
export function useMoves({ root, line }: Elements, mover: Mover, mayWrite: boolean): RefObject<KeyboardMoves | null> {
  const texts = useCarryTexts();
  const keyboard = useRef<KeyboardMoves>(null);
  useEffect(() => {
    if (!mayWrite || root.current === null || line.current === null) return;
    const dropLine = new DropLine(line.current);
    const pointer = new PointerMoves(root.current, dropLine, mover);
    keyboard.current = new KeyboardMoves(dropLine, mover, texts);
    return () => {
      pointer.destroy();
      keyboard.current = null;
    };
  }, [root, line, mover, texts, mayWrite]);
  return keyboard;
}

function useCarryTexts(): CarryTexts {
  const { t } = useTranslation('board');
  return useMemo(
    () => ({
      picked: (title, column, index, count) => t('moves.picked', { title, column, index, count }),
      over: (column, index, count) => t('moves.over', { column, index, count }),
      dropped: (title, column, index) => t('moves.dropped', { title, column, index }),
      returned: (title) => t('moves.returned', { title }),
    }),
    [t],
  );
}
