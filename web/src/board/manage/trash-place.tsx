import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ListFrame } from '../../shared/parts/list-frame';
import { sayRefused } from '../../shared/parts/say';
import { useConfirm } from '../../shared/parts/use-confirm';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { EmptyState } from '../../shared/ui/empty-state';
import { useMay } from '../abilities';
import { type TrashedCardsQuery } from '../graphql/graphql';
import { useBoard, useBoardLive } from '../store/board-store';
import { DELETE_CARD, TRASHED_CARDS } from './documents';
import { PutAway, type PutAwayCard } from './put-away';
import { useReloadWithBoard } from './use-reload-with-board';

const pageOf = (data: TrashedCardsQuery) => data.trashedCards;

/** What was thrown away: it can be had again, or deleted for good by who has the right to. */
export function TrashPlace() {
  const { t } = useTranslation('card');
  const client = useClient();
  const live = useBoardLive();
  const may = useMay();
  const confirm = useConfirm();
  const { board } = useBoard();
  const list = usePagedList(TRASHED_CARDS, { boardId: board.id }, pageOf);
  useReloadWithBoard(list.reload);

  const remove = async ({ id }: PutAwayCard): Promise<void> => {
    const { data, error } = await client.mutation(DELETE_CARD, { id });
    if (error !== undefined) live.say({ kind: 'FAILED', error });
    else if (data!.deleteCard.__typename === 'CardNotInTrash') sayRefused(t('manage.notInTrash'));
    else live.say({ kind: 'DONE', done: t('manage.deleted'), undoable: undefined });
    list.reload();
  };
  const ask = (card: PutAwayCard, name: string) => {
    confirm({
      title: t('manage.deleteTitle', { name }),
      body: t('manage.deleteCardBody'),
      yes: t('manage.deleteForGood'),
      onYes: () => void remove(card),
    });
  };

  const empty = <EmptyState icon={Trash2} title={t('manage.trashEmpty')} hint={t('manage.trashEmptyHint')} />;
  return (
    <ListFrame list={list} empty={empty}>
      <PutAway
        label={t('manage.trash')}
        cards={list.nodes}
        onChange={list.reload}
        {...(may('deleteForGood') && { onDelete: ask })}
      />
    </ListFrame>
  );
}
