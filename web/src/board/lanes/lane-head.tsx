import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ColumnState } from '../store/board-store';
import { ColumnMenu } from './column-menu';
import classes from './lanes.module.css';

interface Props {
  readonly column: ColumnState;
  readonly count: number;
  /** How many of them the filter shows. */
  readonly seen: number;
  readonly mayManage: boolean;
}

export function LaneHead({ column, count, seen, mayManage }: Props) {
  return (
    <header className={classes.head}>
      <Text component="h2" fw={600} size="sm" lineClamp={2} title={column.name} style={{ overflowWrap: 'anywhere' }}>
        {column.name}
      </Text>
      <Count column={column} count={count} seen={seen} />
      {mayManage && <ColumnMenu column={column} />}
    </header>
  );
}

/** Such as 3/5. What the filter hides counts too: the limit is about all. */
function Count({ column: { wipLimit, wipMode }, count, seen }: Omit<Props, 'mayManage'>) {
  const { t } = useTranslation('board');
  const isOver = wipLimit !== null && (wipMode === 'BLOCK' ? count >= wipLimit : count > wipLimit);
  const about =
    wipLimit === null ? t('lanes.count', { count }) : t(`lanes.countOf.${wipMode}`, { count, limit: wipLimit });
  return (
    <span className={classes.count} data-over={isOver} title={about}>
      <span aria-hidden>
        {seen === count ? '' : `${seen} · `}
        {wipLimit === null ? count : `${count}/${wipLimit}`}
      </span>
      <span className={classes.hidden}>{about}</span>
    </span>
  );
}
