import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useConfirm } from '../../shared/parts/use-confirm';
import { useMay } from '../abilities';
import { useBoard } from '../store/board-store';
import { ARCHIVE_BOARD, DELETE_BOARD, RENAME_BOARD } from './documents';
import { usePerform } from './use-perform';

/** What an administrator does with the board as a whole. */
export function SettingsPlace() {
  const { t } = useTranslation('card');
  const may = useMay();
  const { board } = useBoard();
  if (!may('manage')) return <Text size="sm">{t('manage.notYours')}</Text>;
  return (
    <Stack gap="lg">
      {board.archivedAt !== null && <Alert color="yellow">{t('manage.boardArchived')}</Alert>}
      <Name key={board.name} />
      {board.system === null ? <Existence /> : <Text size="sm">{t('manage.system')}</Text>}
    </Stack>
  );
}

function Name() {
  const { t } = useTranslation(['card', 'common']);
  const { board } = useBoard();
  const { ask, perform } = usePerform();
  const [name, setName] = useState(board.name);
  const [problem, setProblem] = useState<string>();
  const named = (to: string) => ask(RENAME_BOARD, { input: { id: board.id, name: to } });

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const to = name.trim();
    const done = await perform(named(to), t('manage.done.renamed', { name: to }), named(board.name));
    setProblem(done === 'DONE' || done === 'FAILED' ? undefined : t(`manage.refused.${done}`));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" align="flex-start">
        <TextInput
          w="100%"
          label={t('manage.boardName')}
          value={name}
          maxLength={80}
          required
          error={problem}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" size="xs" disabled={name.trim() === '' || name.trim() === board.name}>
          {t('common:save')}
        </Button>
      </Stack>
    </form>
  );
}

/** Archiving can be undone; deleting can't, and is offered for what is archived. */
function Existence() {
  const { t } = useTranslation('card');
  const may = useMay();
  const confirm = useConfirm();
  const [, go] = useLocation();
  const { board } = useBoard();
  const { ask, performAloud } = usePerform();
  const { id, name } = board;
  const isArchived = board.archivedAt !== null;
  const setArchived = (archived: boolean) => ask(ARCHIVE_BOARD, { id, archived });
  const remove = async (): Promise<void> => {
    if (await performAloud(ask(DELETE_BOARD, { id }), t('manage.deleted'))) go('/');
  };
  return (
    <Stack gap="xs" align="flex-start">
      {!isArchived && <Text size="sm">{t('manage.archiveBoardAbout')}</Text>}
      <Button
        variant="default"
        size="xs"
        onClick={() =>
          void performAloud(
            setArchived(!isArchived),
            t(isArchived ? 'manage.done.boardRestored' : 'manage.done.boardArchived', { name }),
            setArchived(isArchived),
          )
        }
      >
        {t(isArchived ? 'manage.restoreBoard' : 'manage.archiveBoard')}
      </Button>
      {isArchived && may('deleteForGood') && (
        <Button
          variant="light"
          color="red"
          size="xs"
          onClick={() => {
            confirm({
              title: t('manage.deleteTitle', { name }),
              body: t('manage.deleteBoardBody'),
              yes: t('manage.deleteForGood'),
              onYes: () => void remove(),
            });
          }}
        >
          {t('manage.deleteBoard')}
        </Button>
      )}
    </Stack>
  );
}
