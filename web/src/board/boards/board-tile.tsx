import { ActionIcon, Anchor, Badge, Card, Group, Text } from '@mantine/core';
import { Archive, ArchiveRestore } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type BoardFieldsFragment } from '../graphql/graphql';
import classes from './boards.module.css';

interface Props {
  readonly board: BoardFieldsFragment;
  /** Undefined for who may not. */
  readonly onArchive: (() => void) | undefined;
}

/** A board in the list of boards. */
export function BoardTile({ board, onArchive }: Props) {
  const { t } = useTranslation('board');
  const isArchived = board.archivedAt !== null;
  const action = t(isArchived ? 'boards.restore' : 'boards.archive', { name: board.name });
  const Icon = isArchived ? ArchiveRestore : Archive;
  return (
    <Card withBorder padding="md" component="article" aria-label={board.name} className={classes.tile}>
      <Anchor component={Link} href={`/${board.id}`} fw={600} c="inherit" style={{ overflowWrap: 'anywhere' }}>
        {board.name}
      </Anchor>
      <Group justify="space-between" wrap="nowrap" mt="sm">
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {t('boards.cards', { count: board.openCards })}
          </Text>
          {board.system !== null && <Badge color="violet">{t('boards.reviews')}</Badge>}
          {isArchived && <Badge color="gray">{t('boards.archived')}</Badge>}
        </Group>
        {onArchive !== undefined && board.system === null && (
          <ActionIcon variant="subtle" color="gray" aria-label={action} title={action} onClick={onArchive}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </Card>
  );
}
