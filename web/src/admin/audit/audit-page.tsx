import { Text, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { EmptyState } from '../../shared/ui/empty-state';
import { type AuditEventsQuery } from '../graphql/graphql';
import { ListFrame } from '../../shared/parts/list-frame';
import { Page } from '../../shared/parts/page';
import classes from '../../shared/parts/rows.module.css';
import columns from '../parts/columns.module.css';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { When } from '../../shared/parts/when';
import { type AuditFilter, NO_FILTER, variablesOf } from './audit-filter';
import { AuditFilters } from './audit-filters';
import { ChainCard } from './chain-card';
import { EVENTS } from './documents';
import { type Event, EventDetails } from './event-details';
import { OutcomeBadge } from './outcome-badge';
import { useActors } from './use-actors';

/** Nobody wants to see what an id that is still being typed finds. */
const TYPING_MS = 300;

const pageOf = ({ auditEvents }: AuditEventsQuery) => auditEvents;

/** What was done or refused, by whom and when. */
export function AuditPage() {
  const { t } = useTranslation('admin');
  const search = useSearch();
  const [filter, setFilter] = useState<AuditFilter>(() => ({
    ...NO_FILTER,
    subjectId: new URLSearchParams(search).get('subject') ?? '',
  }));
  const [settled] = useDebouncedValue(filter, TYPING_MS);
  const [opened, setOpened] = useState<Event>();
  const list = usePagedList(EVENTS, variablesOf(settled), pageOf);
  const narrow = (change: Partial<AuditFilter>): void => {
    setFilter({ ...filter, ...change });
    setOpened(undefined);
  };
  return (
    <Page title={t('places.audit')} about={t('audit.about')}>
      <ChainCard />
      <AuditFilters filter={filter} onChange={setFilter} />
      <ListFrame
        list={list}
        empty={<EmptyState icon={ScrollText} title={t('audit.empty')} hint={t('audit.emptyHint')} />}
      >
        <EventRows events={list.nodes} onOpen={setOpened} />
      </ListFrame>
      <EventDetails
        event={opened}
        onClose={() => {
          setOpened(undefined);
        }}
        onSubject={(subjectId) => {
          narrow({ subjectId });
        }}
        onActor={(actorId) => {
          narrow({ actorId });
        }}
      />
    </Page>
  );
}

interface RowsProps {
  readonly events: readonly Event[];
  readonly onOpen: (event: Event) => void;
}

function EventRows({ events, onOpen }: RowsProps) {
  const { t } = useTranslation('admin');
  const { nameOf } = useActors();
  return (
    <ul className={classes.list} aria-label={t('audit.list')}>
      {events.map((event) => (
        <li key={event.id}>
          <UnstyledButton
            className={`${classes.row} ${columns.event}`}
            onClick={() => {
              onOpen(event);
            }}
          >
            <span>
              <OutcomeBadge outcome={event.outcome} />
            </span>
            <Text size="sm" fw={500} span className={classes.reason ?? ''}>
              {t(`audit.actions.${event.action}`)}
            </Text>
            <Text size="sm" span truncate>
              {nameOf(event.actor)}
            </Text>
            <Text size="sm" c="dimmed" span>
              {t(`audit.kinds.${event.subjectKind}`)}
            </Text>
            <Text size="sm" c="dimmed" span className={classes.time ?? ''}>
              <When at={event.at} />
            </Text>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
