import { Alert, Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../ui/brand';
import { answerWithPasskey } from './passkeys';
import { useSession } from './session-context';
import { type SignInAnswer, type UserSession } from './user-session';

/** Why it did not come to a session; each has a text: `common:signIn.refused.*`. */
type Refusal = 'credentials' | 'passkey' | 'throttled' | 'unreachable';

interface Refused {
  readonly why: Refusal;
  readonly seconds?: number;
}

async function finish(session: UserSession, answer: SignInAnswer | undefined): Promise<Refused | undefined> {
  switch (answer?.__typename) {
    case undefined:
      return { why: 'unreachable' };
    case 'SignedIn':
      return undefined;
    case 'InvalidCredentials':
      return { why: 'credentials' };
    case 'SignInThrottled':
      return { why: 'throttled', seconds: answer.retryAfterSeconds };
    case 'SecondFactorRequired': {
      const response = await answerWithPasskey(answer.options);
      const isTaken = response !== undefined && (await session.complete(answer.challengeId, response));
      return isTaken ? undefined : { why: 'passkey' };
    }
  }
}

/** E-mail address and password, then a passkey where the person has one. */
export function SignIn() {
  const { t } = useTranslation();
  const session = useSession();
  const [refused, setRefused] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const form = useForm({ initialValues: { email: '', password: '' } });

  const submit = form.onSubmit(async ({ email, password }) => {
    setBusy(true);
    setRefused(undefined);
    const answer = await session.signIn(email.trim(), password);
    setRefused(await finish(session, answer));
    setBusy(false);
  });

  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder shadow="sm" radius="md" p="xl" w="100%" maw={420}>
        <form onSubmit={submit}>
          <Stack>
            <Brand />
            <Title order={1} size="h3">
              {t('signIn.title')}
            </Title>
            {refused && (
              <Alert color="red" role="alert">
                {t(`signIn.refused.${refused.why}`, { seconds: refused.seconds })}
              </Alert>
            )}
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              required
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={isBusy}>
              {t('signIn.submit')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('signIn.hint')}
            </Text>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
