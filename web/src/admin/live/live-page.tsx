import { Group, Select } from '@mantine/core';
import { Activity } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/empty-state';
import { type ValidationState } from '../graphql/graphql';
import { CheckpointSelect } from '../parts/checkpoint-select';
import { LiveControls } from '../parts/live-controls';
import { ListFrame } from '../../shared/parts/list-frame';
import { Page } from '../../shared/parts/page';
import { type LiveFilter, useLiveValidations } from './use-live-validations';
import { ValidationDetails } from './validation-details';
import { ValidationRows } from './validation-rows';

const STATES: readonly ValidationState[] = [
  'OPEN',
  'QUEUED',
  'PROCESSING',
  'ACCEPTED',
  'REJECTED',
  'INCONCLUSIVE',
  'EXPIRED',
  'FAILED',
];

/** What happens at the checkpoints, while it happens. */
export function LivePage() {
  const { t } = useTranslation('admin');
  const [filter, setFilter] = useState<LiveFilter>({ checkpointId: null, state: null });
  const [isPaused, setPaused] = useState(false);
  const [opened, setOpened] = useState<string>();
  const { list, isConnected } = useLiveValidations(filter, isPaused);
  const isFiltered = filter.checkpointId !== null || filter.state !== null;
  return (
    <Page
      title={t('places.live')}
      about={t('live.about')}
      actions={<LiveControls isPaused={isPaused} isConnected={isConnected} onPaused={setPaused} />}
    >
      <Group align="flex-end">
        <CheckpointSelect
          value={filter.checkpointId}
          onChange={(checkpointId) => {
            setFilter({ ...filter, checkpointId });
          }}
        />
        <Select
          label={t('live.filterState')}
          placeholder={t('live.anyState')}
          data={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          value={filter.state}
          onChange={(state) => {
            setFilter({ ...filter, state });
          }}
          clearable
          clearButtonProps={{ 'aria-label': t('live.anyState') }}
          w={{ base: '100%', xs: 220 }}
        />
      </Group>
      <ListFrame
        list={list}
        empty={
          isFiltered ? (
            <EmptyState icon={Activity} title={t('live.emptyFiltered')} />
          ) : (
            <EmptyState icon={Activity} title={t('live.empty')} hint={t('live.emptyHint')} />
          )
        }
      >
        <ValidationRows attempts={list.nodes} onOpen={setOpened} />
      </ListFrame>
      <ValidationDetails
        id={opened}
        known={list.nodes.find(({ id }) => id === opened)}
        onClose={() => {
          setOpened(undefined);
        }}
      />
    </Page>
  );
}
