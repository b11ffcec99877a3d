import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/parts/use-format';
import { useNow } from '../../shared/parts/use-now';
import { EmptyState } from '../../shared/ui/empty-state';
import { type Fault } from './faults-context';

/** What is broken, and for how long still. */
export function FaultsNow({ faults }: { readonly faults: readonly Fault[] }) {
  const { t } = useTranslation('admin');
  return (
    <Card withBorder component="section">
      <Title order={2} size="h5" mb="md">
        {t('drills.now')}
      </Title>
      {faults.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={t('drills.empty')} hint={t('drills.emptyHint')} />
      ) : (
        <Stack gap="sm">
          {faults.map((fault) => (
            <Row key={fault.point} fault={fault} />
          ))}
        </Stack>
      )}
    </Card>
  );
}

function Row({ fault: { point, kind, rate, milliseconds, until } }: { readonly fault: Fault }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const now = useNow(1_000);
  const left = Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={500}>{t(`drills.point.${point}.label`)}</Text>
        <Text size="sm" c="dimmed">
          {t(`drills.said.${kind}`, { share: format.percent(rate), milliseconds: format.number(milliseconds) })}
        </Text>
      </div>
      <Badge color="orange" style={{ flexShrink: 0 }}>
        {t('drills.left', { time: format.duration(left) })}
      </Badge>
    </Group>
  );
}
