import { Card, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type StatisticsQuery } from '../graphql/graphql';
import { StateBadge } from '../parts/state-badge';
import { useFormat } from '../../shared/parts/use-format';

interface Props {
  readonly reasons: StatisticsQuery['validationStatistics']['reasons'];
}

/** Why attempts ended as they did, most frequent first. */
export function Reasons({ reasons }: Props) {
  const { t } = useTranslation(['admin', 'reasons']);
  const format = useFormat();
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="md">
        {t('statistics.reasons')}
      </Title>
      <Table.ScrollContainer minWidth={320} maxHeight={420}>
        <Table stickyHeader aria-label={t('statistics.reasons')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('statistics.reason')}</Table.Th>
              <Table.Th>{t('statistics.result')}</Table.Th>
              <Table.Th ta="right">{t('statistics.count')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reasons.map(({ state, reason, count }) => (
              <Table.Tr key={`${state} ${reason}`}>
                <Table.Th scope="row">{t(`reasons:validation.${reason}.title`)}</Table.Th>
                <Table.Td>
                  <StateBadge state={state} />
                </Table.Td>
                <Table.Td ta="right">{format.number(count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}
