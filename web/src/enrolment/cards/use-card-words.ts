import { useTranslation } from 'react-i18next';
import { type CardWords, type IssuedCard } from './issued-card';

export function useCardWords(): (card: IssuedCard) => CardWords {
  const { t, i18n } = useTranslation(['person', 'enrolment']);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return ({ holder, expiresAt }) => ({
    kind: t(`enrolment:people.kind.${holder.kind}`),
    validUntil: t('card.validUntil', { date: day.format(new Date(expiresAt)) }),
  });
}
