import { Alert, Button, Group, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type CombinedError } from 'urql';
import { correlationOf, problemOf } from '../api/problem';
import { Copyable } from '../parts/copyable';

interface Props {
  readonly error: CombinedError;
  /** Shown as a button when it is there. */
  readonly onRetry?: () => void;
}

/** Why something could not be loaded or done, in words for people. */
export function ProblemAlert({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const correlationId = correlationOf(error);
  return (
    <Alert color="red" role="alert" icon={<TriangleAlert aria-hidden />}>
      <Group justify="space-between">
        {t(`problem.${problemOf(error)}`)}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Group>
      {correlationId !== undefined && (
        <Group gap="xs" mt="xs">
          <Text size="sm">{t('correlation')}</Text>
          <Copyable text={correlationId} />
        </Group>
      )}
    </Alert>
  );
}
