import { Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { DoorOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { EmptyState } from '../../shared/ui/empty-state';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { useMay } from '../abilities';
import { type CheckpointFieldsFragment, type CheckpointsQuery } from '../graphql/graphql';
import { Facts } from '../../shared/parts/facts';
import { ListFrame } from '../../shared/parts/list-frame';
import { Page } from '../../shared/parts/page';
import { useConfirm } from '../../shared/parts/use-confirm';
import { useFormat } from '../../shared/parts/use-format';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { CreateCheckpoint } from './create-checkpoint';
import { CHECKPOINTS, SET_CHECKPOINT_OPEN } from './documents';
import { EditCheckpoint } from './edit-checkpoint';

const pageOf = ({ checkpoints }: CheckpointsQuery) => checkpoints;

/** Where people are validated, and what is asked of them there. */
export function CheckpointsPage() {
  const { t } = useTranslation('admin');
  const may = useMay();
  const list = usePagedList(CHECKPOINTS, {}, pageOf);
  const [isCreating, setCreating] = useState(false);
  const [edited, setEdited] = useState<CheckpointFieldsFragment>();
  const put = (checkpoint: CheckpointFieldsFragment): void => {
    list.put([checkpoint]);
  };
  return (
    <Page
      title={t('places.checkpoints')}
      about={t('checkpoints.about')}
      actions={
        may('manageCheckpoints') && (
          <Button
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => {
              setCreating(true);
            }}
          >
            {t('checkpoints.create')}
          </Button>
        )
      }
    >
      <ListFrame
        list={list}
        empty={
          <EmptyState
            icon={DoorOpen}
            title={t('checkpoints.empty')}
            hint={t(may('manageCheckpoints') ? 'checkpoints.emptyHint' : 'checkpoints.emptyReader')}
          />
        }
      >
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {list.nodes.map((checkpoint) => (
            <CheckpointCard key={checkpoint.id} checkpoint={checkpoint} onChanged={put} onEdit={setEdited} />
          ))}
        </SimpleGrid>
      </ListFrame>
      {isCreating && (
        <CreateCheckpoint
          onCreated={put}
          onClose={() => {
            setCreating(false);
          }}
        />
      )}
      {edited !== undefined && (
        <EditCheckpoint
          checkpoint={edited}
          onChanged={put}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
    </Page>
  );
}

interface CardProps {
  readonly checkpoint: CheckpointFieldsFragment;
  readonly onChanged: (checkpoint: CheckpointFieldsFragment) => void;
  readonly onEdit: (checkpoint: CheckpointFieldsFragment) => void;
}

function CheckpointCard({ checkpoint, onChanged, onEdit }: CardProps) {
  const { t } = useTranslation('admin');
  const may = useMay();
  const format = useFormat();
  const { name, factors, liveness, targetFmr, closedAt, createdAt } = checkpoint;
  const isOpen = closedAt === null;
  return (
    <Card withBorder component="article" aria-label={name}>
      <Stack h="100%" justify="space-between">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} size="h5" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Title>
          <Badge color={isOpen ? 'teal' : 'gray'} style={{ flexShrink: 0 }}>
            {t(isOpen ? 'checkpoints.open' : 'checkpoints.closed')}
          </Badge>
        </Group>
        {!isOpen && <Text size="sm">{t('checkpoints.closedSince', { date: format.short(closedAt) })}</Text>}
        <Facts
          facts={[
            [t('checkpoints.factors'), t(`checkpoints.factor.${factors}.label`)],
            [t('checkpoints.liveness'), t(`checkpoints.livenessOf.${liveness}.label`)],
            [t('checkpoints.fmr'), t('checkpoints.oneIn', { number: format.number(Math.round(1 / targetFmr)) })],
            [t('checkpoints.createdAt'), format.short(createdAt)],
          ]}
        />
        {may('manageCheckpoints') && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onEdit(checkpoint);
              }}
            >
              {t('checkpoints.edit')}
            </Button>
            <OpenSwitch checkpoint={checkpoint} onChanged={onChanged} />
          </Group>
        )}
      </Stack>
    </Card>
  );
}

function OpenSwitch({ checkpoint, onChanged }: Omit<CardProps, 'onEdit'>) {
  const { t } = useTranslation('admin');
  const confirm = useConfirm();
  const [{ error, fetching }, setOpen] = useMutation(SET_CHECKPOINT_OPEN);
  const { id, name, closedAt } = checkpoint;

  const set = async (open: boolean): Promise<void> => {
    const { data } = await setOpen({ id, open });
    if (data !== undefined) onChanged(data.setCheckpointOpen);
  };
  const ask = (): void => {
    confirm({
      title: t('checkpoints.closeTitle', { name }),
      body: t('checkpoints.closeBody'),
      yes: t('checkpoints.close'),
      onYes: () => void set(false),
    });
  };

  return (
    <>
      <Button size="xs" variant="default" loading={fetching} onClick={closedAt === null ? ask : () => void set(true)}>
        {t(closedAt === null ? 'checkpoints.close' : 'checkpoints.reopen')}
      </Button>
      {error !== undefined && <ProblemAlert error={error} />}
    </>
  );
}
