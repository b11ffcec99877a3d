import { Alert, Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { Copyable } from '../../../shared/parts/copyable';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SET_PIN } from '../documents';
import { type Person } from '../standing';
import { suggestPin } from './suggest-pin';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

const FORM = /^\d{6,12}$/;

/** Lets the person type a PIN, or suggests one; nobody reads it later. */
export function SetPin({ person, onClose }: Props) {
  const { t } = useTranslation(['person', 'common']);
  const [{ data, error, fetching }, set] = useMutation(SET_PIN);
  /** The one that was suggested. */
  const [suggested, setSuggested] = useState<string>();
  const form = useForm({
    initialValues: { pin: '' },
    validate: { pin: (pin) => (FORM.test(pin) ? null : t('pin.form')) },
  });
  const submit = form.onSubmit(async ({ pin }) => {
    const answer = (await set({ input: { personId: person.id, pin } })).data?.setPin;
    if (answer?.__typename === 'PinTooWeak')
      form.setFieldError('pin', answer.reasons.map((reason) => t(`pin.weak.${reason}`)).join(' '));
  });
  const isSet = data?.setPin.__typename === 'PinSet';
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!isSet}
      title={t('pin.dialog', { name: person.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {isSet ? (
        <Stack>
          <Alert color="teal" role="status">
            {t('pin.done')}
          </Alert>
          {suggested === form.values.pin && (
            <div>
              <Text size="sm">{t('pin.once')}</Text>
              <Copyable text={suggested} />
            </div>
          )}
          <Button onClick={onClose}>{t('common:close')}</Button>
        </Stack>
      ) : (
        <form onSubmit={submit} autoComplete="off">
          <Stack>
            <PasswordInput
              label={t('pin.field')}
              description={t('pin.hint')}
              required
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
              data-autofocus
              {...form.getInputProps('pin')}
            />
            {error !== undefined && <ProblemAlert error={error} />}
            <Button
              variant="default"
              onClick={() => {
                const pin = suggestPin();
                setSuggested(pin);
                form.setFieldValue('pin', pin);
              }}
            >
              {t('pin.suggest')}
            </Button>
            <Button type="submit" loading={fetching}>
              {t('pin.save')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
