import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type DeviceFieldsFragment } from '../graphql/graphql';
import { RENAME, REVOKE } from './documents';

export type DeviceChange = 'rename' | 'revoke';

interface Props {
  readonly change: DeviceChange;
  readonly device: DeviceFieldsFragment;
  readonly onChanged: (device: DeviceFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Asks for a new name, or for the reason why a device is cut off. */
export function ChangeDevice({ change, device, onChanged, onClose }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  const isRename = change === 'rename';
  const [renamed, rename] = useMutation(RENAME);
  const [revoked, revoke] = useMutation(REVOKE);
  const { error, fetching } = isRename ? renamed : revoked;
  const form = useForm({ initialValues: { text: isRename ? device.name : '' } });
  const { id, name } = device;

  const submit = form.onSubmit(async ({ text }) => {
    const changed = isRename
      ? (await rename({ input: { id, name: text.trim() } })).data?.renameDevice
      : (await revoke({ input: { id, reason: text.trim() } })).data?.revokeDevice;
    if (changed === undefined) return;
    onChanged(changed);
    onClose();
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isRename ? 'devices.renameTitle' : 'devices.revokeTitle', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {!isRename && <Text size="sm">{t('devices.revokeBody')}</Text>}
          <TextInput
            label={t(isRename ? 'devices.name' : 'devices.reason')}
            placeholder={t(isRename ? 'devices.namePlaceholder' : 'devices.reasonPlaceholder')}
            required
            maxLength={isRename ? 80 : 200}
            data-autofocus
            {...form.getInputProps('text')}
          />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" loading={fetching} {...(!isRename && { color: 'red' })}>
            {t(isRename ? 'common:save' : 'devices.revoke')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
