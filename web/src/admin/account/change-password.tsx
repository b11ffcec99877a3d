import { Button, Card, PasswordInput, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useUser } from '../../shared/session/session-context';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { sayDone } from '../../shared/parts/say';
import { CHANGE_PASSWORD } from './documents';

/** Asks for the password so far and the new one. */
export function ChangePassword() {
  const { t } = useTranslation(['admin', 'common']);
  const { email } = useUser();
  const [{ error, fetching }, change] = useMutation(CHANGE_PASSWORD);
  const form = useForm({ initialValues: { current: '', new: '' } });

  const submit = form.onSubmit(async (input) => {
    const answer = (await change({ input })).data?.changePassword;
    switch (answer?.__typename) {
      case undefined:
        return;
      case 'InvalidCredentials':
        form.setFieldError('current', t('account.password.wrong'));
        return;
      case 'SignInThrottled':
        form.setFieldError('current', t('account.password.throttled', { seconds: answer.retryAfterSeconds }));
        return;
      case 'PasswordTooWeak':
        form.setFieldError('new', answer.reasons.map((reason) => t(`weak.${reason}`)).join(' '));
        return;
      case 'PasswordChanged':
        form.reset();
        sayDone(t('account.password.done', { count: answer.sessionsEnded }));
    }
  });

  const showButton = { 'aria-label': t('common:signIn.showPassword') };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h5" mb="md">
        {t('account.password.title')}
      </Title>
      <form onSubmit={submit}>
        <Stack maw={420}>
          {/* So that a keeper of passwords knows whose it is. */}
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordInput
            label={t('account.password.current')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={showButton}
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label={t('account.password.next')}
            description={t('account.password.help')}
            autoComplete="new-password"
            required
            visibilityToggleButtonProps={showButton}
            {...form.getInputProps('new')}
          />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" loading={fetching} w="fit-content">
            {t('account.password.submit')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
