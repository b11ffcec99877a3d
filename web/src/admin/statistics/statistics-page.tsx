import { Group, Input, SegmentedControl, SimpleGrid } from '@mantine/core';
import { ChartColumn } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState } from '../../shared/ui/empty-state';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { useMay } from '../abilities';
import { type StatisticsQuery } from '../graphql/graphql';
import { CheckpointSelect } from '../parts/checkpoint-select';
import { Page } from '../../shared/parts/page';
import { useNow } from '../../shared/parts/use-now';
import { STATISTICS } from './documents';
import { Funnel } from './funnel';
import { OverTime } from './over-time';
import { type Period, PERIODS, spanOf } from './period';
import { Reasons } from './reasons';
import { Waiting } from '../../shared/ui/waiting';

/** The numbers follow the day at this pace. */
const EVERY_MS = 60_000;

/** How many validations there are, how far they come, and why they end. */
export function StatisticsPage() {
  const { t } = useTranslation(['admin', 'common']);
  const may = useMay();
  const [period, setPeriod] = useState<Period>('week');
  const [checkpointId, setCheckpointId] = useState<string | null>(null);
  const now = useNow(EVERY_MS);
  const variables = useMemo(() => ({ ...spanOf(period, now), checkpointId }), [period, now, checkpointId]);
  const [{ data, error, fetching }, read] = useQuery({ query: STATISTICS, variables });
  return (
    <Page title={t('places.statistics')} about={t('statistics.about')}>
      <Group align="flex-end">
        <Input.Wrapper label={t('statistics.period')} labelElement="div" maw="100%">
          <SegmentedControl<Period>
            display="flex"
            maw="100%"
            styles={{ root: { overflowX: 'auto' } }}
            aria-label={t('statistics.period')}
            value={period}
            onChange={setPeriod}
            data={PERIODS.map((value) => ({ value, label: t(`statistics.periods.${value}`) }))}
          />
        </Input.Wrapper>
        {may('checkpoints') && <CheckpointSelect value={checkpointId} onChange={setCheckpointId} />}
      </Group>
      {error !== undefined && (
        <ProblemAlert
          error={error}
          onRetry={() => {
            read({ requestPolicy: 'network-only' });
          }}
        />
      )}
      {data === undefined && error === undefined && fetching && <Waiting />}
      {error === undefined && data !== undefined && <Numbers statistics={data.validationStatistics} />}
    </Page>
  );
}

function Numbers({ statistics }: { readonly statistics: StatisticsQuery['validationStatistics'] }) {
  const { t } = useTranslation(['admin', 'common']);
  if (statistics.reasons.length === 0)
    return <EmptyState icon={ChartColumn} title={t('statistics.empty')} hint={t('statistics.emptyHint')} />;
  return (
    <>
      <OverTime statistics={statistics} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Funnel funnel={statistics.funnel} />
        <Reasons reasons={statistics.reasons} />
      </SimpleGrid>
    </>
  );
}
