import { Text, UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../../shared/parts/rows.module.css';
import { useFormat } from '../../shared/parts/use-format';
import { type ShownLineFragment } from '../graphql/graphql';
import columns from '../parts/columns.module.css';
import { LevelBadge } from './level-badge';

interface Props {
  readonly lines: readonly ShownLineFragment[];
  readonly onOpen: (line: ShownLineFragment) => void;
}

/** A row for each line; it opens all of it. */
export function LogRows({ lines, onOpen }: Props) {
  const { t } = useTranslation('admin');
  return (
    <ul className={classes.list} aria-label={t('logs.list')}>
      {lines.map((line) => (
        <Row key={line.id} line={line} onOpen={onOpen} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly line: ShownLineFragment;
  readonly onOpen: (line: ShownLineFragment) => void;
}

/** Lines never change: a new one draws itself alone. */
const Row = memo(function Row({ line, onOpen }: RowProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { at, level, service, message, operations, context } = line;
  return (
    <li>
      <UnstyledButton
        className={`${classes.row} ${columns.line}`}
        onClick={() => {
          onOpen(line);
        }}
      >
        <span>
          <LevelBadge level={level} />
        </span>
        <Text size="sm" fw={500} span className={classes.reason ?? ''} lineClamp={2}>
          {message}
        </Text>
        <Text size="sm" span truncate>
          {operations.length > 0 ? operations.join(', ') : context}
        </Text>
        <Text size="sm" c="dimmed" span>
          {t(`logs.services.${service}`)}
        </Text>
        <Text size="sm" c="dimmed" span className={classes.time ?? ''}>
          <time dateTime={at} title={format.full(at)}>
            {format.precise(at)}
          </time>
        </Text>
      </UnstyledButton>
    </li>
  );
});
