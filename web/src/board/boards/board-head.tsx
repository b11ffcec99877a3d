import { ActionIcon, Alert, Anchor, Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { ArrowLeft, Keyboard, WifiOff } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { FilterBar } from '../filters/filter-bar';
import { KeysDialog } from '../keys/keys-dialog';
import { useKeys } from '../keys/use-keys';
import { ManageMenu } from '../manage/manage-menu';
import { useBoard, useBoardLive } from '../store/board-store';

/** The name of a board, its filter, and what leads elsewhere. */
export function BoardHead() {
  const { t } = useTranslation(['board', 'common']);
  const { board } = useBoard();
  const [isHelping, setHelping] = useState(false);
  useDocumentTitle(`${board.name} · ${t('common:brand')}`);
  useKeys({ '?': () => setHelping(true) });
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Anchor component={Link} href="/" aria-label={t('boards.back')} title={t('boards.back')} lh={0}>
            <ArrowLeft size={20} aria-hidden />
          </Anchor>
          <Title order={1} size="h4" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {board.name}
          </Title>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <ActionIcon
            variant="default"
            aria-label={t('boards.keys')}
            title={`${t('boards.keys')} (?)`}
            visibleFrom="xs"
            onClick={() => setHelping(true)}
          >
            <Keyboard size={16} aria-hidden />
          </ActionIcon>
          <ManageMenu />
        </Group>
      </Group>
      <FilterBar />
      <Away />
      {isHelping && <KeysDialog onClose={() => setHelping(false)} />}
    </>
  );
}

function Away() {
  const { t } = useTranslation('board');
  const live = useBoardLive();
  const isAway = useSyncExternalStore(live.subscribe, live.isAway);
  return (
    isAway && (
      <Alert color="yellow" role="status" p="xs" icon={<WifiOff size={16} aria-hidden />}>
        {t('outcomes.away')}
      </Alert>
    )
  );
}
