import { Button, Group, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { KanbanSquare, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { problemOf } from '../../shared/api/problem';
import { EmptyState } from '../../shared/ui/empty-state';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { useMay } from '../abilities';
import { type BoardFieldsFragment } from '../graphql/graphql';
import { BoardTile } from './board-tile';
import { CreateBoard } from './create-board';
import { BOARDS, SET_BOARD_ARCHIVED } from './documents';
import { Waiting } from '../../shared/ui/waiting';

/** Every board, and the way to a new one. */
export function BoardsPage() {
  const { t } = useTranslation(['board', 'common']);
  const may = useMay();
  const [isArchive, setArchive] = useState(false);
  const [isCreating, setCreating] = useState(false);
  const { boards, error, reload, setArchived } = useBoards(isArchive);
  const mayManage = may('manage');
  useDocumentTitle(`${t('boards.title')} · ${t('common:brand')}`);
  const create = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('boards.create')}
    </Button>
  );
  return (
    <Stack maw={1200} mx="auto">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {t('boards.title')}
          </Title>
          <Text c="dimmed" size="sm">
            {t('boards.about')}
          </Text>
        </div>
        {mayManage && create}
      </Group>
      {mayManage && (
        <Switch
          label={t('boards.showArchived')}
          checked={isArchive}
          onChange={(event) => {
            setArchive(event.currentTarget.checked);
          }}
        />
      )}
      {error !== undefined && <ProblemAlert error={error} onRetry={reload} />}
      <Boards
        boards={boards}
        isArchive={isArchive}
        hasFailed={error !== undefined}
        onArchive={mayManage ? setArchived : undefined}
      />
      {isCreating && <CreateBoard onClose={() => setCreating(false)} />}
    </Stack>
  );
}

interface BoardsProps {
  /** Undefined until they are read. */
  readonly boards: readonly BoardFieldsFragment[] | undefined;
  readonly isArchive: boolean;
  readonly hasFailed: boolean;
  readonly onArchive: ((board: BoardFieldsFragment) => void) | undefined;
}

function Boards({ boards, isArchive, hasFailed, onArchive }: BoardsProps) {
  const { t } = useTranslation(['board', 'common']);
  if (boards === undefined) return !hasFailed && <Waiting />;
  if (boards.length === 0)
    return isArchive ? (
      <EmptyState icon={KanbanSquare} title={t('boards.noneArchived')} />
    ) : (
      <EmptyState icon={KanbanSquare} title={t('boards.empty')} hint={t('boards.emptyHint')} />
    );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      {boards.map((board) => (
        <BoardTile key={board.id} board={board} onArchive={onArchive && (() => onArchive(board))} />
      ))}
    </SimpleGrid>
  );
}

function useBoards(isArchive: boolean) {
  const { t } = useTranslation(['board', 'common']);
  const [{ data, error }, read] = useQuery({
    query: BOARDS,
    variables: { archived: isArchive },
    requestPolicy: 'cache-and-network',
  });
  const [, archive] = useMutation(SET_BOARD_ARCHIVED);
  const reload = () => {
    read({ requestPolicy: 'network-only' });
  };
  const setArchived = async ({ id, archivedAt }: BoardFieldsFragment) => {
    const result = await archive({ id, archived: archivedAt === null });
    const sentence =
      result.error !== undefined
        ? t(`common:problem.${problemOf(result.error)}`)
        : result.data?.setBoardArchived.__typename === 'BoardRefused' && t('boards.isSystem');
    if (typeof sentence === 'string') notifications.show({ message: sentence, color: 'red', role: 'alert' });
    reload();
  };
  // Until it was read anew, an answer may be of the other list.
  const boards =
    error === undefined ? data?.boards.filter((board) => (board.archivedAt !== null) === isArchive) : undefined;
  return { boards, error, reload, setArchived };
}
