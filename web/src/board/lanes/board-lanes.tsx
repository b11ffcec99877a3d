import { VisuallyHidden } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useUser } from '../../shared/session/session-context';
import { useMay } from '../abilities';
import { matches } from '../filters/matches';
import { useFilter } from '../filters/use-filter';
import { useKeys } from '../keys/use-keys';
import { MoveDialog } from '../moves/move-dialog';
import { type Held } from '../moves/mover';
import { useMover } from '../moves/use-mover';
import { useMoves } from '../moves/use-moves';
import { useBoard } from '../store/board-store';
import { AddColumn } from './add-column';
import { laneElement, linkOf } from './elements';
import { Lane } from './lane';
import classes from './lanes.module.css';
import { useLaneEvents } from './use-lane-events';
import { useNow } from '../../shared/parts/use-now';

/** How often ages and dates are looked at. */
const EVERY_MS = 30_000;

/** The columns of a board, with their cards. */
export function BoardLanes() {
  const { t } = useTranslation('board');
  const { board, columns, lanes, labels, members } = useBoard();
  const [, go] = useLocation();
  const filter = useFilter();
  const { id: me } = useUser();
  const may = useMay();
  const now = useNow(EVERY_MS);
  const root = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const mover = useMover();
  const [focusedId, setFocusedId] = useState<string>();
  const [moving, setMoving] = useState<Held>();
  const mayWrite = may('write') && board.archivedAt === null;
  const keyboard = useMoves({ root, line }, mover, mayWrite);

  const seen = [...lanes.values()].flatMap((cards) => cards.filter((card) => matches(card, filter, me, now)));
  const current = seen.find(({ id }) => id === focusedId) ?? seen[0];

  const pick = (cardId: string) => setMoving(mover.pick(cardId));
  useLaneEvents(root, keyboard, {
    open: (cardId) => go(`/${board.id}/card/${cardId}${location.search}`),
    move: pick,
    focused: setFocusedId,
  });
  useKeys({
    n: () => {
      const lane = laneElement(current?.columnId ?? '') ?? root.current;
      lane?.querySelector<HTMLElement>('[data-new-card]')?.click();
    },
    m: () => {
      if (mayWrite && current !== undefined && linkOf(current.id) === document.activeElement) pick(current.id);
    },
    '/': () => document.querySelector<HTMLElement>('[data-filter-text]')?.focus(),
    ...Object.fromEntries(ARROWS.map((key) => [key, () => current && linkOf(current.id)?.focus()])),
  });

  return (
    <>
      <VisuallyHidden id="board-card-keys">{t('lanes.cardKeys')}</VisuallyHidden>
      <div className={classes.lanes} ref={root} data-lanes role="group" aria-label={t('lanes.columns')}>
        {columns.map((column) => {
          const cards = lanes.get(column.id) ?? [];
          return (
            <Lane
              key={column.id}
              column={column}
              cards={cards}
              labels={labels}
              members={members}
              filter={filter}
              me={me}
              now={now}
              currentId={cards.some(({ id }) => id === current?.id) ? current?.id : undefined}
              mayWrite={mayWrite}
              mayManage={may('manage')}
              boardId={board.id}
              isReviews={board.system === 'REVIEWS'}
            />
          );
        })}
        {may('manage') && <AddColumn isFirst={columns.length === 0} />}
      </div>
      <div className={classes.line} ref={line} hidden />
      {moving !== undefined && <MoveDialog held={moving} mover={mover} onClose={() => setMoving(undefined)} />}
    </>
  );
}

/** From anywhere on the board they lead to its cards. */
const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
