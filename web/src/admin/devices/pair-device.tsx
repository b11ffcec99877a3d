import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type DeviceFieldsFragment } from '../graphql/graphql';
import { useCheckpoints } from '../parts/use-checkpoints';
import { PAIR } from './documents';
import { PairingCode } from './pairing-code';

interface Props {
  readonly onPaired: (device: DeviceFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Asks which checkpoint a new device is for and what to call it, then shows its code. */
export function PairDevice({ onPaired, onClose }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  const { options } = useCheckpoints();
  const [{ data, error, fetching }, pair] = useMutation(PAIR);
  const form = useForm({ initialValues: { checkpointId: '', name: '' } });
  const pairing = data?.createDevicePairing;
  const ask = form.onSubmit(async ({ checkpointId, name }) => {
    await pair({ input: { checkpointId, name: name.trim() } });
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(pairing === undefined ? 'devices.pair' : 'devices.codeTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      closeOnClickOutside={pairing === undefined}
    >
      {pairing === undefined ? (
        <form onSubmit={ask}>
          <Stack>
            {options.length === 0 && <Text size="sm">{t('devices.noCheckpoint')}</Text>}
            <Select
              label={t('checkpoint')}
              data={options}
              required
              searchable
              data-autofocus
              {...form.getInputProps('checkpointId')}
            />
            <TextInput
              label={t('devices.name')}
              placeholder={t('devices.namePlaceholder')}
              required
              maxLength={80}
              {...form.getInputProps('name')}
            />
            {error !== undefined && <ProblemAlert error={error} />}
            <Button type="submit" loading={fetching} disabled={form.values.checkpointId === ''}>
              {t('devices.getCode')}
            </Button>
          </Stack>
        </form>
      ) : (
        <PairingCode
          key={pairing.code}
          pairing={pairing}
          name={form.values.name}
          isAsking={fetching}
          onAnother={() => {
            ask();
          }}
          onPaired={onPaired}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
