import { useDebouncedValue } from '@mantine/hooks';
import { TextSearch } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { ListFrame } from '../../shared/parts/list-frame';
import { Page } from '../../shared/parts/page';
import { EmptyState } from '../../shared/ui/empty-state';
import { type ShownLineFragment } from '../graphql/graphql';
import { LiveControls } from '../parts/live-controls';
import { LogDetails } from './log-details';
import { LogRows } from './log-rows';
import { askedOf, type LogsFilter, NO_FILTER } from './logs-filter';
import { LogsFilters } from './logs-filters';
import { useLiveLogs } from './use-live-logs';

/** Nobody wants to see what a word that is still being typed finds. */
const TYPING_MS = 300;

/** What the processes wrote last, while they write it. */
export function LogsPage() {
  const { t } = useTranslation('admin');
  const search = useSearch();
  const [filter, setFilter] = useState<LogsFilter>(() => ({
    ...NO_FILTER,
    correlationId: new URLSearchParams(search).get('correlation') ?? '',
  }));
  const [settled] = useDebouncedValue(filter, TYPING_MS);
  const asked = useMemo(() => askedOf(settled), [settled]);
  const [isPaused, setPaused] = useState(false);
  const [opened, setOpened] = useState<ShownLineFragment>();
  const { list, isConnected } = useLiveLogs(asked, isPaused);
  const isFiltered = Object.values(asked).some((value) => value !== null);
  const narrow = (change: Partial<LogsFilter>): void => {
    setFilter({ ...filter, ...change });
    setOpened(undefined);
  };
  return (
    <Page
      title={t('places.logs')}
      about={t('logs.about')}
      actions={<LiveControls isPaused={isPaused} isConnected={isConnected} onPaused={setPaused} />}
    >
      <LogsFilters filter={filter} onChange={setFilter} />
      <ListFrame
        list={list}
        empty={
          isFiltered ? (
            <EmptyState icon={TextSearch} title={t('logs.emptyFiltered')} hint={t('logs.emptyFilteredHint')} />
          ) : (
            <EmptyState icon={TextSearch} title={t('logs.empty')} hint={t('logs.emptyHint')} />
          )
        }
      >
        <LogRows lines={list.nodes} onOpen={setOpened} />
      </ListFrame>
      <LogDetails
        line={opened}
        onClose={() => {
          setOpened(undefined);
        }}
        onCorrelation={(correlationId) => {
          narrow({ correlationId });
        }}
        onOperation={(operation) => {
          narrow({ operation });
        }}
      />
    </Page>
  );
}
