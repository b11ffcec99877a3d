import { Badge, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type AuditChainQuery } from '../graphql/graphql';
import { Copyable } from '../../shared/parts/copyable';
import { CHAIN } from './documents';

/** Whether the chain of events is whole, and its end to be kept elsewhere. */
export function ChainCard() {
  const { t } = useTranslation('admin');
  const [{ data, error }, read] = useQuery({ query: CHAIN });
  return (
    <Card withBorder component="section" aria-label={t('audit.chain')}>
      {error !== undefined && (
        <ProblemAlert
          error={error}
          onRetry={() => {
            read({ requestPolicy: 'network-only' });
          }}
        />
      )}
      {data === undefined && error === undefined && <Skeleton h={90} />}
      {data !== undefined && <Chain chain={data} />}
    </Card>
  );
}

function Chain({ chain: { auditHead: head, auditVerification: verified } }: { readonly chain: AuditChainQuery }) {
  const { t } = useTranslation('admin');
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Title order={2} size="h5">
          {t('audit.chain')}
        </Title>
        <Badge color={verified.whole ? 'teal' : 'red'}>
          {t(verified.whole ? 'audit.chainWhole' : 'audit.chainBroken')}
        </Badge>
      </Group>
      <Text size="sm" {...(!verified.whole && { role: 'alert' })}>
        {verified.whole
          ? t('audit.chainWholeAbout', { count: verified.checked })
          : t('audit.chainBrokenAbout', { sequence: verified.brokenAt ?? '' })}
      </Text>
      <Text size="sm">{t('audit.head', { sequence: head.sequence })}</Text>
      <Text size="sm" c="dimmed">
        {t('audit.headAbout')}
      </Text>
      <Copyable text={`npm run audit:verify -- --head ${head.hash}`} />
    </Stack>
  );
}
