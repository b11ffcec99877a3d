import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type CardState } from '../store/board-store';

type Titled = Pick<CardState, 'title' | 'review'>;

/** A card that opened by itself is called as its validation ended, until somebody calls it otherwise. Changes with the language alone. */
export function useCardTitle(): (card: Titled) => string {
  const { t } = useTranslation('reasons');
  return useCallback(
    ({ title, review }: Titled) => (review?.reason === title ? t(`validation.${review.reason}.title`) : title),
    [t],
  );
}
