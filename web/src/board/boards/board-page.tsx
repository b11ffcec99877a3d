import { Anchor } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { Link, useLocation, useRoute } from 'wouter';
import { useConnection } from '../../shared/api/connection-context';
import { problemOf } from '../../shared/api/problem';
import { EmptyState } from '../../shared/ui/empty-state';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { CardDialog } from '../card/card-dialog';
import { BoardLanes } from '../lanes/board-lanes';
import { Announcements } from '../moves/announce';
import { Outcomes } from '../moves/outcomes';
import { slide } from '../moves/slide';
import { BoardLive } from '../store/board-live';
import { BoardProvider } from '../store/board-store';
import { BoardHead } from './board-head';
import classes from './boards.module.css';
import { Waiting } from '../../shared/ui/waiting';

/** A board, and over it the card of the address. */
export function BoardPage({ boardId }: { readonly boardId: string }) {
  const live = useOpenBoard(boardId);
  const phase = useSyncExternalStore(live.subscribe, live.phase);
  if (phase.name === 'LOADING') return <Waiting />;
  if (phase.name === 'FAILED')
    return problemOf(phase.error) === 'NOT_FOUND' ? (
      <NoBoard />
    ) : (
      <ProblemAlert error={phase.error} onRetry={() => void live.load()} />
    );
  return (
    <BoardProvider value={live}>
      <div className={classes.board}>
        <BoardHead />
        <BoardLanes />
      </div>
      <OpenCard boardId={boardId} />
      <Outcomes />
      <Announcements />
    </BoardProvider>
  );
}

function NoBoard() {
  const { t } = useTranslation('board');
  return (
    <EmptyState icon={SearchX} title={t('boards.missing')} hint={t('boards.missingHint')}>
      <Anchor component={Link} href="/">
        {t('boards.back')}
      </Anchor>
    </EmptyState>
  );
}

function useOpenBoard(boardId: string): BoardLive {
  const client = useClient();
  const connection = useConnection();
  const [live] = useState(() => new BoardLive(client, boardId, connection, slide));
  useEffect(() => live.open(), [live]);
  return live;
}

function OpenCard({ boardId }: { readonly boardId: string }) {
  const [isOpen, params] = useRoute('/:boardId/card/:cardId');
  const [, go] = useLocation();
  if (!isOpen) return null;
  const close = () => {
    // The filter of the address stays.
    go(`/${boardId}${location.search}`);
  };
  return <CardDialog cardId={params.cardId} onClose={close} />;
}
