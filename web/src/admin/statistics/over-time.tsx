import { Card, Skeleton, Table, Text, Title } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type StatisticsQuery } from '../graphql/graphql';
import { useFormat } from '../../shared/parts/use-format';
import { countsOf, type SeriesName, seriesOf } from './series';
import { lazily } from '../../shared/ui/lazily';

/** Recharts is three times as large as all else of the administration: it comes after the page. */
const OverTimeChart = lazily(async () => (await import('./over-time-chart')).OverTimeChart);

type Statistics = StatisticsQuery['validationStatistics'];

/** How attempts ended in each stretch of the period: drawn, and in numbers. */
export function OverTime({ statistics }: { readonly statistics: Statistics }) {
  const { t } = useTranslation(['admin', 'reasons']);
  const format = useFormat();
  const nameOf = (start: string): string => (statistics.bucket === 'HOUR' ? format.hour(start) : format.day(start));
  const labelOf = (name: SeriesName): string =>
    name === 'OTHERS' ? t('statistics.others') : t(`reasons:validation.${name}.title`);
  const series = seriesOf(statistics).map((one) => ({ ...one, label: labelOf(one.name) }));
  const counts = countsOf(statistics, series);
  const stretches = statistics.stretches.map(({ start }, index) => ({ stretch: nameOf(start), ...counts[index] }));
  return (
    <Card withBorder>
      <Title order={2} size="h5">
        {t('statistics.overTime')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('statistics.overTimeAbout')}
      </Text>
      <Suspense fallback={<Skeleton h={300} />}>
        <OverTimeChart rows={stretches} series={series} />
      </Suspense>
      <details>
        <Text component="summary" size="sm" py="sm" style={{ cursor: 'pointer' }}>
          {t('statistics.table')}
        </Text>
        <Table.ScrollContainer minWidth={600} maxHeight={400}>
          <Table striped stickyHeader aria-label={t('statistics.overTime')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('statistics.stretch')}</Table.Th>
                {series.map(({ name, label }) => (
                  <Table.Th key={name} ta="right">
                    {label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {statistics.stretches.map(({ start }, index) => (
                <Table.Tr key={start}>
                  <Table.Th scope="row">{nameOf(start)}</Table.Th>
                  {series.map(({ name }) => (
                    <Table.Td key={name} ta="right">
                      {format.number(counts[index]?.[name] ?? 0)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </details>
    </Card>
  );
}
