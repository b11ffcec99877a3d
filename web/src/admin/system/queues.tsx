import { Badge, Card, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type SystemStatusQuery } from '../graphql/graphql';
import { useFormat } from '../../shared/parts/use-format';

type Status = SystemStatusQuery['systemStatus'];
type Queue = NonNullable<Status['queues']>[number];

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
const isKnown = (name: string): name is 'enrolment' | 'validation' => name === 'enrolment' || name === 'validation';

/** The queues, the jobs in them and who works on them; and what is on its way there. */
export function Queues({ status: { queues, outbox } }: { readonly status: Status }) {
  const { t } = useTranslation('admin');
  return (
    <Card withBorder component="section">
      <Title order={2} size="h5" mb="md">
        {t('system.queues')}
      </Title>
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label={t('system.queues')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('system.queues')}</Table.Th>
              {STATES.map((state) => (
                <Table.Th key={state} ta="right">
                  {t(`system.${state}`)}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t('system.outstanding')}</Table.Th>
              <Table.Th ta="right">{t('system.oldest')}</Table.Th>
              <Table.Th>{t('system.workers')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(queues ?? []).map((queue) => (
              <Row key={queue.name} queue={queue} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" mt="md">
        {t('system.outbox')}: <OutboxWords outbox={outbox} />
      </Text>
    </Card>
  );
}

function Row({ queue: { name, jobs, workers, outstanding, oldestSeconds } }: { readonly queue: Queue }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row">{isKnown(name) ? t(`system.queue.${name}`) : name}</Table.Th>
      {STATES.map((state) => (
        <Table.Td key={state} ta="right">
          {jobs === null ? t('system.none') : format.number(jobs[state])}
        </Table.Td>
      ))}
      <Table.Td ta="right">{format.number(outstanding)}</Table.Td>
      <Table.Td ta="right">{oldestSeconds === null ? t('system.none') : format.duration(oldestSeconds)}</Table.Td>
      <Table.Td>
        <Workers workers={workers} />
      </Table.Td>
    </Table.Tr>
  );
}

function Workers({ workers }: { readonly workers: number | null | undefined }) {
  const { t } = useTranslation('admin');
  if (workers === null) return <Badge color="red">{t('system.noAnswer')}</Badge>;
  if (workers === 0) return <Badge color="red">{t('system.noWorkers')}</Badge>;
  return workers;
}

function OutboxWords({ outbox }: { readonly outbox: Status['outbox'] }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  if (outbox === null) return t('system.noAnswer');
  if (outbox.unsent === 0) return t('system.outboxWell');
  return t('system.outboxLate', { count: outbox.unsent, time: format.duration(outbox.oldestUnsentSeconds) });
}
