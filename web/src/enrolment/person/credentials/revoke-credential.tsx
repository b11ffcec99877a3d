import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { sayDone } from '../../../shared/parts/say';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { type CredentialFieldsFragment } from '../../graphql/graphql';
import { REVOKE_CREDENTIAL } from '../documents';

interface Props {
  readonly credential: CredentialFieldsFragment;
  readonly onRevoked: () => void;
  readonly onClose: () => void;
}

/** Asks why a card or a pass is ended. */
export function RevokeCredential({ credential: { id, kind }, onRevoked, onClose }: Props) {
  const { t } = useTranslation(['person', 'common']);
  const [{ error, fetching }, revoke] = useMutation(REVOKE_CREDENTIAL);
  const form = useForm({ initialValues: { reason: '' } });
  const submit = form.onSubmit(async ({ reason }) => {
    const answer = await revoke({ input: { id, reason: reason.trim() } });
    if (answer.error !== undefined) return;
    sayDone(t('card.revoked'));
    onRevoked();
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('card.revokeTitle', { kind: t(`card.kind.${kind}`) })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('card.revokeBody')}</Text>
          <TextInput
            label={t('card.reason')}
            placeholder={t('card.reasonPlaceholder')}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" color="red" loading={fetching}>
            {t('card.revoke')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
