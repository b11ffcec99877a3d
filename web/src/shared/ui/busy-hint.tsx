import { Affix, Group, Loader, Paper, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type Patience } from '../api/patience';

/** Says that the server has too much to do while it is asked again. */
export function BusyHint({ patience }: { readonly patience: Patience }) {
  const { t } = useTranslation();
  const isWaiting = useSyncExternalStore(patience.subscribe, patience.isWaiting);
  return (
    <Affix position={{ bottom: 16, left: 16 }} role="status" maw="calc(100vw - 32px)">
      {isWaiting && (
        <Paper withBorder shadow="md" px="md" py="xs">
          <Group gap="xs" wrap="nowrap">
            <Loader size="xs" aria-hidden />
            <Text size="sm">{t('busy')}</Text>
          </Group>
        </Paper>
      )}
    </Affix>
  );
}
