import { Alert, Button, Paper, Radio, Stack, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type Attestation, type FeedAttemptFragment } from '../graphql/graphql';
import { useFormat } from '../../shared/parts/use-format';
import { useNow } from '../../shared/parts/use-now';
import { confirmableUntil } from './awaits-confirmation';
import { CONFIRM } from './documents';

const ATTESTATIONS: readonly Attestation[] = ['ID_DOCUMENT', 'KNOWN_PERSON'];

/** For the operator's word on an attempt that waits for it; nothing for any other. */
export function ConfirmValidation({ attempt }: { readonly attempt: FeedAttemptFragment }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const now = useNow(5_000);
  const [attestation, setAttestation] = useState<Attestation>();
  const [{ data, error, fetching }, confirm] = useMutation(CONFIRM);
  const until = confirmableUntil(attempt);
  const answer = data?.confirmValidation;

  if (answer?.__typename === 'ValidationConfirmed')
    return (
      <Alert color="teal" role="status" icon={<CircleCheck aria-hidden />}>
        {t('confirmation.done')}
      </Alert>
    );
  if (until === undefined || until < now) return null;
  return (
    <Paper withBorder p="md">
      <Stack>
        <Text fw={600}>{t('confirmation.title')}</Text>
        <Text size="sm">{t('confirmation.about')}</Text>
        <Radio.Group
          label={t('confirmation.attestation')}
          value={attestation ?? null}
          onChange={(value) => {
            setAttestation(value);
          }}
        >
          <Stack gap="xs" mt="xs">
            {ATTESTATIONS.map((one) => (
              <Radio key={one} value={one} label={t(`confirmation.attestations.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {error !== undefined && <ProblemAlert error={error} />}
        {answer?.__typename === 'ConfirmationRefused' && (
          <Alert color="red" role="alert">
            {t(`confirmation.refused.${answer.reason}`)}
          </Alert>
        )}
        <Button
          disabled={attestation === undefined}
          loading={fetching}
          onClick={() => {
            if (attestation !== undefined) void confirm({ input: { id: attempt.id, attestation } });
          }}
        >
          {t('confirmation.submit')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('confirmation.left', { time: format.hour(until) })}
        </Text>
      </Stack>
    </Paper>
  );
}
