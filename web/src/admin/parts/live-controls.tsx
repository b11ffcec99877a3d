import { Badge, Button } from '@mantine/core';
import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly isPaused: boolean;
  readonly isConnected: boolean;
  readonly onPaused: (isPaused: boolean) => void;
}

/** Whether what is shown is what happens, and the way to hold it still. */
export function LiveControls({ isPaused, isConnected, onPaused }: Props) {
  const { t } = useTranslation('admin');
  return (
    <>
      <LiveBadge isPaused={isPaused} isConnected={isConnected} />
      <Button
        variant="default"
        size="xs"
        leftSection={isPaused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
        onClick={() => {
          onPaused(!isPaused);
        }}
      >
        {t(isPaused ? 'live.resume' : 'live.pause')}
      </Button>
    </>
  );
}

function LiveBadge({ isPaused, isConnected }: Omit<Props, 'onPaused'>) {
  const { t } = useTranslation('admin');
  if (isPaused) return <Badge color="gray">{t('live.paused')}</Badge>;
  if (isConnected) return <Badge color="teal">{t('live.on')}</Badge>;
  return <Badge color="yellow">{t('live.connecting')}</Badge>;
}
