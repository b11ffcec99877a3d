import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClientName } from '../parts/use-client-name';
import { useMutation } from 'urql';
import { problemOf } from '../../shared/api/problem';
import { useSession } from '../../shared/session/session-context';
import { type MySessionsQuery } from '../graphql/graphql';
import { ListFrame } from '../../shared/parts/list-frame';
import { sayRefused } from '../../shared/parts/say';
import { useConfirm } from '../../shared/parts/use-confirm';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { When } from '../../shared/parts/when';
import { END_SESSION, MY_SESSIONS, SIGN_OUT_EVERYWHERE } from './documents';

const pageOf = ({ mySessions }: MySessionsQuery) => mySessions;
type Session = MySessionsQuery['mySessions']['nodes'][number];

/** Where the user's account is open, and how to close it there. */
export function Sessions() {
  const { t } = useTranslation(['admin', 'common']);
  const clientName = useClientName();
  const list = usePagedList(MY_SESSIONS, {}, pageOf);
  const signOutEverywhere = useSigningOutEverywhere();
  const [, endSession] = useMutation(END_SESSION);

  const end = async (session: Session): Promise<void> => {
    const { error } = await endSession({ id: session.id });
    if (error === undefined) list.put([session], () => false);
    else sayRefused(t(`common:problem.${problemOf(error)}`));
  };

  return (
    <Card withBorder component="section">
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <Title order={2} size="h5">
            {t('account.sessions.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('account.sessions.about')}
          </Text>
        </div>
        <Button
          variant="outline"
          color="red"
          leftSection={<LogOut size={16} aria-hidden />}
          onClick={signOutEverywhere}
        >
          {t('account.sessions.everywhere')}
        </Button>
      </Group>
      <ListFrame list={list} empty={null}>
        <Stack gap="xs">
          {list.nodes.map((session) => (
            <Group key={session.id} justify="space-between">
              <div>
                <Group gap="xs">
                  <Text fw={500}>{clientName(session.client)}</Text>
                  {session.current && <Badge color="blue">{t('account.sessions.current')}</Badge>}
                </Group>
                <Text size="sm" c="dimmed">
                  {t('account.sessions.used')}: <When at={session.lastUsedAt} />
                </Text>
              </div>
              {!session.current && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('account.sessions.endLabel', { client: clientName(session.client) })}
                  onClick={() => void end(session)}
                >
                  {t('account.sessions.end')}
                </Button>
              )}
            </Group>
          ))}
        </Stack>
      </ListFrame>
    </Card>
  );
}

function useSigningOutEverywhere(): () => void {
  const { t } = useTranslation(['admin', 'common']);
  const confirm = useConfirm();
  const session = useSession();
  const [, end] = useMutation(SIGN_OUT_EVERYWHERE);
  const leave = async (): Promise<void> => {
    const { error } = await end({});
    // This page's own session is over too: leaving finds that out and shows the sign-in.
    if (error === undefined) await session.signOut();
    else sayRefused(t(`common:problem.${problemOf(error)}`));
  };
  return () => {
    confirm({
      title: t('account.sessions.everywhereTitle'),
      body: t('account.sessions.everywhereBody'),
      yes: t('account.sessions.everywhere'),
      onYes: () => void leave(),
    });
  };
}
