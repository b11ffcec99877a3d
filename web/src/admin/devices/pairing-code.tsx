import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { QrCode } from '../../shared/ui/qr-code';
import { type CreateDevicePairingMutation, type DeviceFieldsFragment } from '../graphql/graphql';
import { useNow } from '../../shared/parts/use-now';
import { usePairedDevice } from './use-paired-device';

interface Props {
  readonly pairing: CreateDevicePairingMutation['createDevicePairing'];
  readonly name: string;
  readonly isAsking: boolean;
  readonly onAnother: () => void;
  readonly onPaired: (device: DeviceFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Minutes and seconds, as a clock that runs down shows them. @param seconds whole */
const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The code of one pairing, this once, until it was used or is over. */
export function PairingCode({ pairing, name, isAsking, onAnother, onPaired, onClose }: Props) {
  const { t } = useTranslation('admin');
  const now = useNow(1_000);
  const device = usePairedDevice(pairing.deviceId);
  useEffect(() => {
    if (device !== undefined) onPaired(device);
    // Told once, whatever the caller's function is by then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [device]);
  const left = Math.max(0, Math.ceil((Date.parse(pairing.expiresAt) - now) / 1_000));

  if (device !== undefined)
    return (
      <Stack>
        <Alert color="teal" role="status" icon={<CircleCheck aria-hidden />}>
          {t('devices.paired', { name: device.name })}
        </Alert>
        <Button onClick={onClose}>{t('devices.done')}</Button>
      </Stack>
    );
  if (left === 0)
    return (
      <Stack>
        <Alert color="yellow" role="alert">
          {t('devices.codeOver')}
        </Alert>
        <Button loading={isAsking} onClick={onAnother}>
          {t('devices.anotherCode')}
        </Button>
      </Stack>
    );
  return (
    <Stack align="center">
      <Text size="sm">{t('devices.codeHelp', { address: `${location.origin}/kiosk` })}</Text>
      <Text ff="monospace" fz={36} fw={700} data-testid="pairing-code">
        {pairing.code}
      </Text>
      <QrCode value={`${location.origin}/kiosk#code=${pairing.code}`} size={224} label={t('devices.qr')} />
      <Text size="sm" role="timer">
        {t('devices.codeLeft', { time: clockOf(left) })}
      </Text>
      <Group gap="xs" role="status" wrap="nowrap">
        <Loader size="xs" aria-hidden style={{ flexShrink: 0 }} />
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('devices.waiting')} {name}
        </Text>
      </Group>
    </Stack>
  );
}
