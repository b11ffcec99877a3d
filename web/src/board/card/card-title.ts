import { useTranslation } from 'react-i18next';
import { type CardState } from '../store/board-store';

type Titled = Pick<CardState, 'title' | 'review'>;

/** A card that opened by itself is called as its validation ended, until somebody calls it otherwise. */
export function useCardTitle(): (card: Titled) => string {
  const { t } = useTranslation('reasons');
  return ({ title, review }) => (review?.reason === title ? t(`validation.${review.reason}.title`) : title);
}
