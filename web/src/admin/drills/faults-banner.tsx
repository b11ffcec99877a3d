import { Alert, Anchor } from '@mantine/core';
import { Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFaults } from './faults-context';

/** On every page, as long as something is broken on purpose: whoever wonders what is wrong is told. */
export function FaultsBanner() {
  const { t } = useTranslation('admin');
  const { faults } = useFaults();
  if (faults.length === 0) return null;
  const places = faults.map(({ point }) => t(`drills.point.${point}.label`)).join(', ');
  return (
    <Alert color="orange" role="status" icon={<Zap aria-hidden />} mb="md" maw={1200} mx="auto">
      {t('drills.banner', { places })}{' '}
      <Anchor component={Link} href="/drills" inherit underline="always">
        {t('drills.toDrills')}
      </Anchor>
    </Alert>
  );
}
