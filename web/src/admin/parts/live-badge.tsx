import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly isPaused: boolean;
  readonly isConnected: boolean;
}

/** Whether what is shown is what happens. */
export function LiveBadge({ isPaused, isConnected }: Props) {
  const { t } = useTranslation('admin');
  if (isPaused) return <Badge color="gray">{t('live.paused')}</Badge>;
  if (isConnected) return <Badge color="teal">{t('live.on')}</Badge>;
  return <Badge color="yellow">{t('live.connecting')}</Badge>;
}
