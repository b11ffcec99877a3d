import { Group, Stack, Text, Title } from '@mantine/core';
import { Archive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ListFrame } from '../../shared/parts/list-frame';
import { useConfirm } from '../../shared/parts/use-confirm';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { EmptyState } from '../../shared/ui/empty-state';
import { useMay } from '../abilities';
import classes from '../card/card.module.css';
import { type ArchivedCardsQuery } from '../graphql/graphql';
import { useBoard } from '../store/board-store';
import { ARCHIVED_CARDS, BRING_COLUMN_BACK, DELETE_COLUMN } from './documents';
import { PutAway } from './put-away';
import { PutAwayActions } from './put-away-actions';
import { usePerform } from './use-perform';
import { useReloadWithBoard } from './use-reload-with-board';

const pageOf = (data: ArchivedCardsQuery) => data.archivedCards;

/** What is kept and not on the board: cards and columns. */
export function ArchivePlace() {
  const { t } = useTranslation('card');
  const { board } = useBoard();
  const list = usePagedList(ARCHIVED_CARDS, { boardId: board.id }, pageOf);
  useReloadWithBoard(list.reload);
  const empty = <EmptyState icon={Archive} title={t('manage.archiveEmpty')} hint={t('manage.archiveEmptyHint')} />;
  return (
    <Stack>
      <ListFrame list={list} empty={empty}>
        <PutAway label={t('manage.cards')} cards={list.nodes} onChange={list.reload} />
      </ListFrame>
      <Columns />
    </Stack>
  );
}

function Columns() {
  const { t } = useTranslation('card');
  const may = useMay();
  const confirm = useConfirm();
  const { ask, performAloud } = usePerform();
  const { archivedColumns } = useBoard();
  if (archivedColumns.length === 0) return null;

  const setArchived = (id: string, archived: boolean) => ask(BRING_COLUMN_BACK, { id, archived });
  const restore = (id: string, name: string) =>
    performAloud(setArchived(id, false), t('manage.done.columnRestored', { name }), setArchived(id, true));
  const remove = (id: string, name: string) => {
    confirm({
      title: t('manage.deleteTitle', { name }),
      body: t('manage.deleteColumnBody'),
      yes: t('manage.deleteForGood'),
      onYes: () => void performAloud(ask(DELETE_COLUMN, { id }), t('manage.deleted')),
    });
  };

  return (
    <section aria-label={t('manage.columns')}>
      <Title order={3} size="h6">
        {t('manage.columns')}
      </Title>
      <ul className={classes.plain}>
        {archivedColumns.map(({ id, name }) => (
          <li key={id}>
            <Group justify="space-between" wrap="nowrap" py={6}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Text>
              {may('manage') && (
                <PutAwayActions
                  name={name}
                  onRestore={() => void restore(id, name)}
                  onDelete={() => remove(id, name)}
                />
              )}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
