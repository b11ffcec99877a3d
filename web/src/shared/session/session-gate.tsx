import { Anchor, Button, Center, Loader, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role } from '../graphql/graphql';
import { useSession, useSessionState } from './session-context';
import { SignIn } from './sign-in';

/** How long until a server that was not reached is asked again. */
const RETRY_MS = 3_000;

interface Props {
  /** Who may see what is inside: any of these roles. */
  readonly roles: readonly Role[];
  readonly children: ReactNode;
}

/** Shows what is inside to who has signed in and may see it; asks everybody else to sign in. */
export function SessionGate({ roles, children }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const state = useSessionState();
  useRenewing(state.status);

  if (state.status === 'out') return <SignIn />;
  if (state.status === 'unknown') return <Waiting text={t('loading')} />;
  if (state.status === 'unreachable') return <Waiting text={t('unreachable')} />;
  if (state.user.roles.some((role) => roles.includes(role))) return children;
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack align="center">
        <Text ta="center">{t('signIn.noAccess', { name: state.user.displayName })}</Text>
        <Anchor href="/">{t('toSurfaces')}</Anchor>
        <Button variant="default" onClick={() => void session.signOut()}>
          {t('signOut')}
        </Button>
      </Stack>
    </Center>
  );
}

function useRenewing(status: ReturnType<typeof useSessionState>['status']): void {
  const session = useSession();
  useEffect(() => {
    if (status === 'unknown') void session.renew();
    if (status !== 'unreachable') return;
    const timer = setInterval(() => void session.renew(), RETRY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [session, status]);
}

const Waiting = ({ text }: { readonly text: string }) => (
  <Center component="main" mih="100dvh">
    <Stack align="center" role="status">
      <Loader aria-hidden />
      <Text>{text}</Text>
    </Stack>
  </Center>
);
