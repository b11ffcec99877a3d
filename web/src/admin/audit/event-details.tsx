import { Anchor, Drawer, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AuditEventsQuery } from '../graphql/graphql';
import { Copyable } from '../../shared/parts/copyable';
import { Facts } from '../../shared/parts/facts';
import { useFormat } from '../../shared/parts/use-format';
import { OutcomeBadge } from './outcome-badge';
import { useActors } from './use-actors';

export type Event = AuditEventsQuery['auditEvents']['nodes'][number];

interface Props {
  /** Undefined: closed. */
  readonly event: Event | undefined;
  readonly onClose: () => void;
  readonly onSubject: (subjectId: string) => void;
  readonly onActor: (actorId: string) => void;
}

/** All of one event. */
export function EventDetails({ event, onClose, onSubject, onActor }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  return (
    <Drawer
      opened={event !== undefined}
      onClose={onClose}
      position="right"
      title={event && t('audit.sequence', { sequence: event.id })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {event !== undefined && <Details event={event} onSubject={onSubject} onActor={onActor} />}
    </Drawer>
  );
}

function Details({ event, onSubject, onActor }: Omit<Props, 'event' | 'onClose'> & { readonly event: Event }) {
  const { t } = useTranslation(['admin', 'common']);
  const format = useFormat();
  const { nameOf } = useActors();
  const { at, action, actor, subjectKind, subjectId, outcome, correlationId, hash, details } = event;
  const only = (onClick: () => void) => (
    <Anchor component="button" size="xs" onClick={onClick}>
      {t('audit.only')}
    </Anchor>
  );
  return (
    <Stack>
      <Group gap="xs">
        <Text fw={600}>{t(`audit.actions.${action}`)}</Text>
        <OutcomeBadge outcome={outcome} />
      </Group>
      <Facts
        facts={[
          [t('details.opened'), format.full(at)],
          [
            t('audit.actor'),
            <Stack key="actor" gap={2} align="flex-start">
              <span>{nameOf(actor)}</span>
              {only(() => {
                onActor(actor);
              })}
            </Stack>,
          ],
          [
            `${t('audit.about_subject')}: ${t(`audit.kinds.${subjectKind}`)}`,
            subjectId === null ? (
              t('system.none')
            ) : (
              <Stack key="subject" gap={2} align="flex-start">
                <Copyable text={subjectId} />
                {only(() => {
                  onSubject(subjectId);
                })}
              </Stack>
            ),
          ],
          ...details.map(({ name, values }) => [name, values.join(', ')] as const),
          [t('audit.correlation'), <Copyable key="correlation" text={correlationId} />],
          [t('audit.hash'), <Copyable key="hash" text={hash} />],
        ]}
      />
    </Stack>
  );
}
