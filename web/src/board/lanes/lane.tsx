import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useCardTitle } from '../card/card-title';
import { matches, type Filter } from '../filters/matches';
import { type BoardState, type CardState, type ColumnState, useBoardLive } from '../store/board-store';
import { languageOf } from '../../shared/i18n/start-i18n';
import { ageOf } from './ageing';
import { Card } from './card';
import { type Formats, formatsFor } from './formats';
import { LaneHead } from './lane-head';
import classes from './lanes.module.css';
import { QuickAdd } from './quick-add';

interface Props {
  readonly column: ColumnState;
  readonly cards: readonly CardState[];
  readonly labels: BoardState['labels'];
  readonly members: BoardState['members'];
  readonly filter: Filter;
  readonly me: string;
  readonly now: number;
  /** Undefined when it is none of these. */
  readonly currentId: string | undefined;
  readonly mayWrite: boolean;
  readonly mayManage: boolean;
  readonly boardId: string;
  /** Whether cards come into it by themselves, or are made. */
  readonly isReviews: boolean;
}

/** More cards than a window is high; the others are drawn as soon as these are seen. */
const AT_FIRST = 15;

/** A column: its name, how full it is, its cards, and a field for a new one. */
export const Lane = memo(function Lane(props: Props) {
  const { column, cards, labels, members, filter, me, now, currentId, mayWrite, mayManage, boardId, isReviews } = props;
  const { t, i18n } = useTranslation('board');
  const formats = formatsFor(languageOf(i18n));
  const live = useBoardLive();
  const titleOf = useCardTitle();
  const seen = cards.filter((card) => matches(card, filter, me, now));
  const drawn = useDeferredValue(Infinity, AT_FIRST);
  const isFull = column.wipMode === 'BLOCK' && column.wipLimit !== null && cards.length >= column.wipLimit;
  return (
    <section className={classes.lane} data-lane={column.id} aria-label={column.name}>
      <LaneHead column={column} count={cards.length} seen={seen.length} mayManage={mayManage} />
      <p className={classes.why} aria-hidden>
        {t('moves.full', { column: column.name, count: cards.length, limit: column.wipLimit ?? 0 })}
      </p>
      <ul className={classes.list} data-list aria-label={t('lanes.cardsOf', { column: column.name })}>
        {seen.slice(0, drawn).map((card) => (
          <Card
            key={live.keyOf(card.id)}
            card={card}
            title={titleOf(card)}
            href={`/board/${boardId}/card/${card.id}`}
            labels={labels}
            members={members}
            {...timesOf(card, now, formats)}
            t={t}
            isCurrent={card.id === currentId}
            mayWrite={mayWrite}
          />
        ))}
      </ul>
      {seen.length === 0 && <p className={classes.empty}>{t(emptyText(cards.length, column, isReviews, mayWrite))}</p>}
      {mayWrite && <QuickAdd column={column} isFull={isFull} />}
    </section>
  );
});

function timesOf(card: CardState, now: number, formats: Formats) {
  const age = ageOf(card, now);
  return {
    age,
    waited: age === 0 ? undefined : formats.age(now - Date.parse(card.enteredAt)),
    due: card.dueAt === null ? undefined : formats.day(card.dueAt),
    isLate: card.dueAt !== null && Date.parse(card.dueAt) < now,
  };
}

function emptyText(count: number, { role }: ColumnState, isReviews: boolean, mayWrite: boolean) {
  if (count > 0) return 'lanes.emptyFiltered';
  return isReviews && role !== null
    ? (`lanes.emptyRole.${role}` as const)
    : mayWrite
      ? 'lanes.empty'
      : 'lanes.emptyToRead';
}
