import { Card, Progress, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FunnelCountsFragment } from '../graphql/graphql';
import { useFormat } from '../../shared/parts/use-format';

const STEPS = ['opened', 'admitted', 'captured', 'decided', 'accepted'] as const;

/** How many come to each step. */
export function Funnel({ funnel }: { readonly funnel: FunnelCountsFragment }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const shareOf = (count: number): number => (funnel.opened === 0 ? 0 : count / funnel.opened);
  return (
    <Card withBorder>
      <Title order={2} size="h5">
        {t('statistics.funnel')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('statistics.funnelAbout')}
      </Text>
      <Table aria-label={t('statistics.funnel')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('statistics.step')}</Table.Th>
            <Table.Th ta="right">{t('statistics.count')}</Table.Th>
            <Table.Th ta="right">{t('statistics.share')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {STEPS.map((step) => (
            <Table.Tr key={step}>
              <Table.Th scope="row">
                {t(`statistics.steps.${step}`)}
                <Progress value={shareOf(funnel[step]) * 100} mt={4} aria-hidden />
              </Table.Th>
              <Table.Td ta="right">{format.number(funnel[step])}</Table.Td>
              <Table.Td ta="right">{format.percent(shareOf(funnel[step]))}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{t('statistics.steps.attested')}</Table.Th>
            <Table.Td ta="right">{format.number(funnel.attested)}</Table.Td>
            <Table.Td />
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Card>
  );
}
