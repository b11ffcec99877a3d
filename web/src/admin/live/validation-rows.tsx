import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FeedAttemptFragment } from '../graphql/graphql';
import { StateBadge } from '../parts/state-badge';
import { useCheckpoints } from '../parts/use-checkpoints';
import { useNow } from '../../shared/parts/use-now';
import { When } from '../../shared/parts/when';
import { confirmableUntil } from './awaits-confirmation';
import classes from '../../shared/parts/rows.module.css';
import columns from '../parts/columns.module.css';

/** An attempt that can't be confirmed any more should not say that it waits. */
const LOOK_MS = 10_000;

interface Props {
  readonly attempts: readonly FeedAttemptFragment[];
  readonly onOpen: (id: string) => void;
}

/** A row for each validation; it opens its details. */
export function ValidationRows({ attempts, onOpen }: Props) {
  const { t } = useTranslation('admin');
  const { nameOf } = useCheckpoints();
  const now = useNow(LOOK_MS);
  return (
    <ul className={classes.list} aria-label={t('live.list')}>
      {attempts.map((attempt) => (
        <Row
          key={attempt.id}
          attempt={attempt}
          checkpoint={nameOf(attempt.checkpointId)}
          waits={(confirmableUntil(attempt) ?? 0) > now}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly attempt: FeedAttemptFragment;
  readonly checkpoint: string | undefined;
  readonly waits: boolean;
  readonly onOpen: (id: string) => void;
}

/** Drawn anew only when its own attempt changes: of a thousand, one. */
const Row = memo(function Row({ attempt, checkpoint, waits, onOpen }: RowProps) {
  const { t } = useTranslation(['admin', 'reasons']);
  const { id, state, reason, method, createdAt } = attempt;
  return (
    <li>
      <UnstyledButton
        className={`${classes.row} ${columns.validation}`}
        onClick={() => {
          onOpen(id);
        }}
      >
        <span>
          <StateBadge state={state} />
        </span>
        <Group gap="xs" className={classes.reason ?? ''}>
          <Text size="sm" fw={500} span>
            {reason !== null && t(`reasons:validation.${reason}.title`)}
          </Text>
          {waits && <Badge color="orange">{t('live.waits')}</Badge>}
        </Group>
        <Text size="sm" span lineClamp={2}>
          {checkpoint ?? t('live.unknownCheckpoint')}
        </Text>
        <Text size="sm" c="dimmed" span>
          {t(`method.${method}`)}
        </Text>
        <Text size="sm" c="dimmed" span className={classes.time ?? ''}>
          <When at={createdAt} />
        </Text>
      </UnstyledButton>
    </li>
  );
});
