import { Badge, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { problemOf } from '../../../shared/api/problem';
import { sayDone, sayRefused } from '../../../shared/parts/say';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { LIFT_LOCK, LOCK } from '../documents';
import { Section } from '../section';
import { useTimeLeft } from './use-time-left';

interface Props {
  readonly personId: string;
  readonly onChanged: () => void;
}

/** What failed comparisons stand against the next one, and how that is lifted. */
export function LockSection({ personId, onChanged }: Props) {
  const { t } = useTranslation(['person', 'common']);
  const timeLeft = useTimeLeft();
  const [{ data, error }, ask] = useQuery({ query: LOCK, variables: { personId }, requestPolicy: 'network-only' });
  const [, lift] = useMutation(LIFT_LOCK);
  const lock = data?.validationLock;
  const tryLift = async (): Promise<void> => {
    const answer = await lift({ personId });
    if (answer.error === undefined) sayDone(t('lock.lifted'));
    else sayRefused(t(`common:problem.${problemOf(answer.error)}`));
    ask({ requestPolicy: 'network-only' });
    onChanged();
  };
  return (
    <Section
      title={t('lock.title')}
      actions={
        lock !== undefined &&
        (lock.failures > 0 || lock.state !== 'FREE') && (
          <Button size="xs" variant="default" onClick={() => void tryLift()}>
            {t('lock.lift')}
          </Button>
        )
      }
    >
      {error !== undefined && (
        <ProblemAlert
          error={error}
          onRetry={() => {
            ask({ requestPolicy: 'network-only' });
          }}
        />
      )}
      {lock !== undefined && (
        <div>
          <Text size="sm">{t(`lock.${lock.state}`, { time: timeLeft(lock.retryAfterSeconds ?? 0) })}</Text>
          {lock.failures > 0 && (
            <Badge color={lock.state === 'LOCKED' ? 'red' : 'yellow'}>
              {t('lock.failures', { count: lock.failures })}
            </Badge>
          )}
        </div>
      )}
    </Section>
  );
}
