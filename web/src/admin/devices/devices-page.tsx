import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Plus, TabletSmartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/empty-state';
import { useMay } from '../abilities';
import { type DeviceFieldsFragment, type DevicesQuery } from '../graphql/graphql';
import { CheckpointSelect } from '../parts/checkpoint-select';
import { ListFrame } from '../../shared/parts/list-frame';
import { Page } from '../../shared/parts/page';
import { useCheckpoints } from '../parts/use-checkpoints';
import { useClientName } from '../parts/use-client-name';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { When } from '../../shared/parts/when';
import { ChangeDevice, type DeviceChange } from './change-device';
import { DEVICES } from './documents';
import { PairDevice } from './pair-device';

const pageOf = ({ devices }: DevicesQuery) => devices;

interface Asked {
  readonly change: DeviceChange;
  readonly device: DeviceFieldsFragment;
}

/** The kiosks, and how another one is paired. */
export function DevicesPage() {
  const { t } = useTranslation('admin');
  const may = useMay();
  const [checkpointId, setCheckpointId] = useState<string | null>(null);
  const [isPairing, setPairing] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const list = usePagedList(DEVICES, { checkpointId }, pageOf);
  const put = (device: DeviceFieldsFragment): void => {
    list.put([device], (one) => checkpointId === null || one.checkpointId === checkpointId);
  };
  return (
    <Page
      title={t('places.devices')}
      about={t('devices.about')}
      actions={
        may('manageDevices') && (
          <Button
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => {
              setPairing(true);
            }}
          >
            {t('devices.pair')}
          </Button>
        )
      }
    >
      <CheckpointSelect value={checkpointId} onChange={setCheckpointId} />
      <ListFrame
        list={list}
        empty={
          <EmptyState
            icon={TabletSmartphone}
            title={t('devices.empty')}
            hint={t(may('manageDevices') ? 'devices.emptyHint' : 'devices.emptyReader')}
          />
        }
      >
        <Stack gap="xs">
          {list.nodes.map((device) => (
            <DeviceCard
              key={device.id}
              device={device}
              onAsk={(change) => {
                setAsked({ change, device });
              }}
            />
          ))}
        </Stack>
      </ListFrame>
      {isPairing && (
        <PairDevice
          onPaired={put}
          onClose={() => {
            setPairing(false);
          }}
        />
      )}
      {asked !== undefined && (
        <ChangeDevice
          {...asked}
          onChanged={put}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </Page>
  );
}

interface CardProps {
  readonly device: DeviceFieldsFragment;
  readonly onAsk: (change: DeviceChange) => void;
}

function DeviceCard({ device, onAsk }: CardProps) {
  const { t } = useTranslation('admin');
  const clientName = useClientName();
  const may = useMay();
  const { nameOf } = useCheckpoints();
  const { name, client, checkpointId, pairedAt, lastSeenAt, revokedAt, revokedReason } = device;
  const isRevoked = revokedAt !== null;
  return (
    <Card withBorder component="article" aria-label={name} padding="sm">
      <Group justify="space-between">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Title order={2} size="h6" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Title>
            {isRevoked && <Badge color="red">{t('devices.revoked')}</Badge>}
          </Group>
          <Text size="sm">
            {nameOf(checkpointId) ?? t('live.unknownCheckpoint')} · {clientName(client)}
          </Text>
          <Text size="sm" c="dimmed">
            {t('devices.lastSeen')}: {lastSeenAt === null ? t('never') : <When at={lastSeenAt} />} ·{' '}
            {t('devices.pairedAt')}: <When at={pairedAt} />
          </Text>
          {isRevoked && <Text size="sm">{t('devices.revokedBecause', { reason: revokedReason ?? '' })}</Text>}
        </div>
        {!isRevoked && (
          <Group gap="xs">
            {may('manageDevices') && (
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  onAsk('rename');
                }}
              >
                {t('devices.rename')}
              </Button>
            )}
            {may('revokeDevices') && (
              <Button
                size="xs"
                color="red"
                variant="outline"
                onClick={() => {
                  onAsk('revoke');
                }}
              >
                {t('devices.revoke')}
              </Button>
            )}
          </Group>
        )}
      </Group>
    </Card>
  );
}
