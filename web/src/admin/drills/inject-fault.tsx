import { Button, Card, NumberInput, Radio, Select, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { sayDone, sayRefused } from '../../shared/parts/say';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type FaultKind, type FaultPoint } from '../graphql/graphql';
import { INJECT_FAULT } from './documents';

const POINTS: readonly FaultPoint[] = ['DATABASE', 'QUEUE', 'CAPTURES', 'ENGINE'];
const KINDS: readonly FaultKind[] = ['ERROR', 'LATENCY', 'TIMEOUT'];
const SECONDS = ['30', '60', '300', '600'] as const;

interface Values {
  readonly point: FaultPoint;
  readonly kind: FaultKind;
  /** Of a hundred calls. */
  readonly percent: number;
  readonly milliseconds: number;
  readonly seconds: (typeof SECONDS)[number];
}

/** Asks what is to be broken, how much of it and for how long. */
export function InjectFault({ onInjected }: { readonly onInjected: () => void }) {
  const { t } = useTranslation('admin');
  const [{ error, fetching }, inject] = useMutation(INJECT_FAULT);
  const form = useForm<Values>({
    initialValues: { point: 'DATABASE', kind: 'ERROR', percent: 20, milliseconds: 500, seconds: '30' },
  });
  const isLate = form.values.kind !== 'ERROR';

  const submit = form.onSubmit(async ({ point, kind, percent, milliseconds, seconds }) => {
    const fault = { point, kind, rate: percent / 100, milliseconds: isLate ? milliseconds : 0 };
    const { data, error: refused } = await inject({ input: { ...fault, seconds: Number(seconds) } });
    if (refused !== undefined) return;
    if (data?.injectFault.__typename === 'FaultInjected') sayDone(t('drills.injected'));
    else sayRefused(t('drills.disabled'));
    onInjected();
  });

  return (
    <Card withBorder component="section">
      <Title order={2} size="h5" mb="md">
        {t('drills.inject')}
      </Title>
      <form onSubmit={submit}>
        <Stack>
          <Radio.Group label={t('drills.where')} {...form.getInputProps('point')}>
            <Stack gap="xs" mt="xs">
              {POINTS.map((point) => (
                <Radio
                  key={point}
                  value={point}
                  label={t(`drills.point.${point}.label`)}
                  description={t(`drills.point.${point}.about`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Select
            label={t('drills.what')}
            data={KINDS.map((kind) => ({ value: kind, label: t(`drills.kind.${kind}`) }))}
            allowDeselect={false}
            {...form.getInputProps('kind')}
          />
          {isLate && (
            <NumberInput
              label={t('drills.milliseconds')}
              min={1}
              max={60_000}
              clampBehavior="strict"
              allowDecimal={false}
              {...form.getInputProps('milliseconds')}
            />
          )}
          <NumberInput
            label={t('drills.share')}
            min={1}
            max={100}
            clampBehavior="strict"
            allowDecimal={false}
            {...form.getInputProps('percent')}
          />
          <Select
            label={t('drills.howLong')}
            data={SECONDS.map((seconds) => ({ value: seconds, label: t(`drills.long.${seconds}`) }))}
            allowDeselect={false}
            {...form.getInputProps('seconds')}
          />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" color="red" leftSection={<Zap size={16} aria-hidden />} loading={fetching}>
            {t('drills.submit')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
