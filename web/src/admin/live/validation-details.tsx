import { Anchor, Drawer, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { useMay } from '../abilities';
import { type FeedAttemptFragment, type ValidationQuery } from '../graphql/graphql';
import { Copyable } from '../../shared/parts/copyable';
import { Facts } from '../../shared/parts/facts';
import { StateBadge } from '../parts/state-badge';
import { useCheckpoints } from '../parts/use-checkpoints';
import { useFormat } from '../../shared/parts/use-format';
import { ConfirmValidation } from './confirm-validation';
import { VALIDATION } from './documents';
import { Waiting } from '../../shared/ui/waiting';

interface Props {
  /** Undefined: closed. */
  readonly id: string | undefined;
  /** As the list has it; when it changes there, the details are read anew. */
  readonly known: FeedAttemptFragment | undefined;
  readonly onClose: () => void;
}

/** All that there is to say of one validation. */
export function ValidationDetails({ id, known, onClose }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  const [{ data, error, fetching }, read] = useQuery({
    query: VALIDATION,
    variables: { id: id ?? '' },
    pause: id === undefined,
  });
  const state = known?.state;
  useEffect(() => {
    if (id !== undefined && state !== undefined) read({ requestPolicy: 'network-only' });
  }, [id, read, state]);
  const shown = data?.validation.id === id ? data?.validation : undefined;
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      title={t('details.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {error !== undefined && (
        <ProblemAlert
          error={error}
          onRetry={() => {
            read({ requestPolicy: 'network-only' });
          }}
        />
      )}
      {shown !== undefined && <Details attempt={shown} />}
      {shown === undefined && fetching && <Waiting />}
    </Drawer>
  );
}

type Shown = ValidationQuery['validation'];

function Details({ attempt }: { readonly attempt: Shown }) {
  const { t } = useTranslation(['admin', 'reasons']);
  const may = useMay();
  const format = useFormat();
  const { nameOf } = useCheckpoints();
  const { id, state, reason, method, createdAt, finishedAt, checkpointId, correlationId } = attempt;
  return (
    <Stack>
      <div>
        <StateBadge state={state} />
      </div>
      {reason !== null && (
        <div>
          <Text fw={600}>{t(`reasons:validation.${reason}.title`)}</Text>
          <Text size="sm">{t(`reasons:validation.${reason}.advice`)}</Text>
        </div>
      )}
      {may('confirm') && <ConfirmValidation key={id} attempt={attempt} />}
      <Facts
        facts={[
          [t('details.person'), <PersonOf key="person" attempt={attempt} />],
          [t('checkpoint'), nameOf(checkpointId) ?? t('live.unknownCheckpoint')],
          [t('details.method'), t(`method.${method}`)],
          [t('details.opened'), format.full(createdAt)],
          [t('details.ended'), finishedAt === null ? t('details.running') : endOf(createdAt, finishedAt)],
          [t('details.id'), <Copyable key="id" text={id} />],
          [t('details.correlation'), <Copyable key="correlation" text={correlationId} />],
        ]}
      />
      {may('audit') && (
        <Anchor component={Link} href={`/audit?subject=${id}`} size="sm">
          {t('details.toAudit')}
        </Anchor>
      )}
      {may('logs') && (
        <Anchor component={Link} href={`/logs?correlation=${correlationId}`} size="sm">
          {t('details.toLogs')}
        </Anchor>
      )}
    </Stack>
  );

  function endOf(from: string, to: string): string {
    const seconds = Math.max(0, Date.parse(to) - Date.parse(from)) / 1_000;
    return `${format.full(to)}, ${t('details.after', { seconds: format.number(Math.round(seconds * 10) / 10) })}`;
  }
}

function PersonOf({ attempt: { result } }: { readonly attempt: Shown }) {
  const { t } = useTranslation(['admin', 'common']);
  if (result?.__typename !== 'ValidationAccepted') return <Text size="sm">{t('details.personHidden')}</Text>;
  const { person } = result;
  if (person === null) return <Text size="sm">{t('details.personErased')}</Text>;
  return (
    <>
      <Text size="sm" fw={600}>
        {person.displayName}
      </Text>
      <Text size="sm" c="dimmed">
        {person.externalId}
      </Text>
    </>
  );
}
