import { Badge, Card, Skeleton, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { languageOf } from '../../shared/i18n/start-i18n';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type RetentionQuery } from '../graphql/graphql';
import { When } from '../../shared/parts/when';
import { RETENTION } from './documents';

type Rule = RetentionQuery['retention'][number];

/** Every rule of how long things are kept, and whether it is so. */
export function Retention() {
  const { t, i18n } = useTranslation('admin');
  const language = languageOf(i18n) === 'es' ? 'ES' : 'EN';
  const [{ data, error }, read] = useQuery({ query: RETENTION, variables: { language } });
  return (
    <Card withBorder component="section">
      <Title order={2} size="h5" mb="md">
        {t('privacy.retention')}
      </Title>
      {error !== undefined && (
        <ProblemAlert
          error={error}
          onRetry={() => {
            read({ requestPolicy: 'network-only' });
          }}
        />
      )}
      {data === undefined && error === undefined && <Skeleton h={300} />}
      {error === undefined && data !== undefined && (
        <Table.ScrollContainer minWidth={500}>
          <Table aria-label={t('privacy.retention')} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('privacy.what')}</Table.Th>
                <Table.Th>{t('privacy.days')}</Table.Th>
                <Table.Th>{t('privacy.overdue')}</Table.Th>
                <Table.Th>{t('privacy.lastRun')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.retention.map((rule) => (
                <Row key={rule.rule} rule={rule} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Card>
  );
}

function Row({ rule: { what, days, setting, overdue, lastRun } }: { readonly rule: Rule }) {
  const { t } = useTranslation('admin');
  return (
    <Table.Tr>
      <Table.Td>{what}</Table.Td>
      <Table.Td>
        {days === null ? t('privacy.lastRunNone') : t('privacy.forDays', { count: days })}
        {setting !== null && (
          <Text size="xs" c="dimmed">
            {t('privacy.setting', { name: setting })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {overdue === 0 ? (
          <Badge color="teal">{t('privacy.onTime')}</Badge>
        ) : (
          <Badge color="red">{t('privacy.overdueRows', { count: overdue })}</Badge>
        )}
      </Table.Td>
      <Table.Td>
        {lastRun === null ? (
          t('privacy.lastRunNone')
        ) : (
          <>
            {lastRun.finishedAt === null ? t('privacy.running') : <When at={lastRun.finishedAt} />}
            <Text size="xs" c="dimmed">
              {t('privacy.affected', { count: lastRun.affected })}
            </Text>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
