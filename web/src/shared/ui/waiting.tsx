import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** In the place of something that is being loaded. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <Center py="xl" role="status" aria-label={t('loading')}>
      <Loader aria-hidden />
    </Center>
  );
}
