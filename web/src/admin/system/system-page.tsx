import { Alert, Card, SimpleGrid, Text, Title } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type SystemStatusQuery } from '../graphql/graphql';
import { Facts } from '../../shared/parts/facts';
import { Page } from '../../shared/parts/page';
import { useFormat } from '../../shared/parts/use-format';
import { When } from '../../shared/parts/when';
import { Checks } from './checks';
import { SYSTEM } from './documents';
import { Queues } from './queues';
import { Tools } from './tools';
import { Waiting } from '../../shared/ui/waiting';
import { POLLED } from '../../shared/api/polled';

const EVERY_MS = 5_000;

type Status = SystemStatusQuery['systemStatus'];

/** Whether everything answers and work goes on. */
export function SystemPage() {
  const { t } = useTranslation(['admin', 'common']);
  const [{ data, error }, read] = useQuery({ query: SYSTEM });
  useEffect(() => {
    const timer = setInterval(() => {
      read(POLLED);
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [read]);
  const status = data?.systemStatus;
  return (
    <Page title={t('places.system')} about={t('system.about')}>
      {error !== undefined && <ProblemAlert error={error} />}
      {status === undefined && error === undefined && <Waiting />}
      {status !== undefined && (
        <>
          <Summary status={status} />
          <Queues status={status} />
          <SimpleGrid cols={{ base: 1, md: 3 }}>
            <Checks checks={status.checks} />
            <Versions status={status} />
            <Tools status={status} />
          </SimpleGrid>
        </>
      )}
    </Page>
  );
}

function Summary({ status: { checks, queues } }: { readonly status: Status }) {
  const { t } = useTranslation(['admin', 'common']);
  const silent = (queues ?? []).filter(({ jobs, workers }) => jobs === null || workers === 0).length;
  const count = checks.filter(({ ok }) => !ok).length + silent;
  return count === 0 ? (
    <Alert color="teal" role="status" icon={<CircleCheck aria-hidden />}>
      {t('system.well')}
    </Alert>
  ) : (
    <Alert color="red" role="alert" icon={<TriangleAlert aria-hidden />}>
      {t('system.unwell', { count })}
    </Alert>
  );
}

function Versions({ status: { version, node, model, startedAt } }: { readonly status: Status }) {
  const { t } = useTranslation(['admin', 'common']);
  const format = useFormat();
  return (
    <Card withBorder component="section">
      <Title order={2} size="h5" mb="md">
        {t('system.versions')}
      </Title>
      <Facts
        facts={[
          [t('system.presente'), version],
          [t('system.node'), node],
          [t('system.model'), `${model.id} ${model.version} (${model.engine})`],
          [
            t('system.started'),
            <Text key="started" span size="sm" title={format.full(startedAt)}>
              <When at={startedAt} />
            </Text>,
          ],
        ]}
      />
    </Card>
  );
}
