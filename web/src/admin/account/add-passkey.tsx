import { Alert, Button, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { sayDone } from '../../shared/parts/say';
import { type Registration, useRegisterPasskey } from './use-register-passkey';

interface Props {
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

/** Asks for the password and a name, then the browser asks for the passkey. */
export function AddPasskey({ onAdded, onClose }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  const { start, error } = useRegisterPasskey();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const form = useForm({ initialValues: { name: '', password: '' } });

  const submit = form.onSubmit(async (wanted) => {
    setBusy(true);
    setRefusal(undefined);
    const registration = await start({ ...wanted, name: wanted.name.trim() });
    setBusy(false);
    if (registration.outcome !== 'added') {
      setRefusal(wordsFor(registration));
      return;
    }
    sayDone(t('account.passkeys.added'));
    onAdded();
    onClose();
  });

  function wordsFor(registration: Registration): string | undefined {
    switch (registration.outcome) {
      case 'added':
      case 'problem':
        return undefined;
      case 'wrong-password':
        return t('account.password.wrong');
      case 'throttled':
        return t('account.password.throttled', { seconds: registration.seconds });
      case 'too-many':
        return t('account.passkeys.tooMany', { limit: registration.limit });
      case 'second-factor':
        return t('secondFactor.refused');
      case 'none':
        return t('account.passkeys.none');
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('account.passkeys.add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('account.passkeys.name')}
            placeholder={t('account.passkeys.namePlaceholder')}
            required
            maxLength={60}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <PasswordInput
            label={t('account.passkeys.password')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t('common:signIn.showPassword') }}
            {...form.getInputProps('password')}
          />
          {error !== undefined && <ProblemAlert error={error} />}
          {refusal !== undefined && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          <Button type="submit" loading={isBusy}>
            {t('account.passkeys.submit')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
