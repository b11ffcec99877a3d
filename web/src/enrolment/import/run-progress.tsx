import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../shared/api/problem';
import { type RunState } from './import-run';

interface Props {
  readonly state: RunState;
  /** What is being done. */
  readonly label: string;
  readonly onGoOn: () => void;
}

/** How far a run is, and the way on when it stopped. */
export function RunProgress({ state: { status, results, total, error }, label, onGoOn }: Props) {
  const { t } = useTranslation(['enrolment', 'common']);
  const done = t('import.progress', { done: results.length, total });
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {label} {done}
      </Text>
      <Progress
        value={total === 0 ? 100 : (results.length / total) * 100}
        aria-label={label}
        animated={status === 'running'}
      />
      {error !== undefined && (
        <Alert color="red" role="alert" title={t('import.stopped')}>
          <Group justify="space-between">
            <Text size="sm">
              {t(`common:problem.${problemOf(error)}`)} {t('import.stoppedHelp')}
            </Text>
            <Button size="xs" variant="default" onClick={onGoOn}>
              {t('import.goOn')}
            </Button>
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
