import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function PeoplePage() {
  const { t } = useTranslation('enrolment');
  return <Title order={1}>{t('places.people')}</Title>;
}
