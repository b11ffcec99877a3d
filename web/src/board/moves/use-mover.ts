import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCardTitle } from '../card/card-title';
import { useBoardLive } from '../store/board-store';
import { Mover } from './mover';

/** Changes with the language alone. */
export function useMover(): Mover {
  const { t } = useTranslation('board');
  const live = useBoardLive();
  const titleOf = useCardTitle();
  return useMemo(
    () =>
      new Mover(live, {
        title: titleOf,
        moved: (column) => t('moves.moved', { column }),
        full: (column, { count, limit }) => t('moves.full', { column, count, limit }),
      }),
    [live, t, titleOf],
  );
}
