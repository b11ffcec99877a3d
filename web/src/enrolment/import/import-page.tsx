import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function ImportPage() {
  const { t } = useTranslation('enrolment');
  return <Title order={1}>{t('places.import')}</Title>;
}
