import { Button, Group, Paper, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type InstallOffer } from './install-offer';

/** Says, until it is told not to, that the page can be on the home screen. */
export function InstallHint({ offer }: { readonly offer: InstallOffer }) {
  const { t } = useTranslation('pass');
  const way = useSyncExternalStore(offer.subscribe, offer.way);
  if (way === undefined) return null;
  return (
    <Paper withBorder p="sm" w="100%">
      <Text fw={600} size="sm">
        {t('install.title')}
      </Text>
      <Text size="sm" c="dimmed">
        {t(way === 'ios' ? 'install.ios' : 'install.body')}
      </Text>
      <Group gap="xs" mt="xs">
        {way === 'prompt' && (
          <Button size="sm" onClick={() => offer.install()}>
            {t('install.do')}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={() => offer.dismiss()}>
          {t('install.dismiss')}
        </Button>
      </Group>
    </Paper>
  );
}
