import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SET_PIN } from './documents';
import { Section } from './section';

const FORM = /^\d{6,12}$/;

interface Props {
  readonly hasPin: boolean;
  readonly onSet: () => void;
}

/** Asks for the PIN so far, where there is one, and for the new one. */
export function PinCard({ hasPin, onSet }: Props) {
  const { t } = useTranslation('pass');
  const [{ error, fetching }, send] = useMutation(SET_PIN);
  const [isDone, setDone] = useState(false);
  const wrongForm = (pin: string) => (FORM.test(pin) ? null : t('data.pin.form'));
  const form = useForm({
    initialValues: { current: '', pin: '' },
    validate: { current: (pin) => (hasPin ? wrongForm(pin) : null), pin: wrongForm },
  });

  const submit = form.onSubmit(async ({ current, pin }) => {
    setDone(false);
    const answer = (await send({ input: { pin, current: hasPin ? current : null } })).data?.setMyPin;
    switch (answer?.__typename) {
      case undefined:
        return;
      case 'PinRefused':
        form.setFieldError('current', t(`data.pin.${answer.reason}`));
        return;
      case 'PinTooWeak':
        form.setFieldError('pin', answer.reasons.map((reason) => t(`data.pin.weak.${reason}`)).join(' '));
        return;
      case 'PinSet':
        form.reset();
        setDone(true);
        onSet();
    }
  });

  const digits = {
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    maxLength: 12,
    required: true,
    visibilityToggleButtonProps: { 'aria-label': t('data.pin.show') },
  };
  return (
    <Section title={t(hasPin ? 'data.pin.title.change' : 'data.pin.title.set')}>
      <form onSubmit={submit} noValidate className="pass-form">
        <Stack gap="sm">
          {hasPin && <PasswordInput label={t('data.pin.current')} {...digits} {...form.getInputProps('current')} />}
          <PasswordInput
            label={t('data.pin.next')}
            description={t('data.pin.help')}
            {...digits}
            {...form.getInputProps('pin')}
          />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" variant="default" w="fit-content" loading={fetching}>
            {t('data.pin.submit')}
          </Button>
          <Text role="status" className="pass-said" size="sm">
            {isDone && t('data.pin.done')}
          </Text>
        </Stack>
      </form>
    </Section>
  );
}
