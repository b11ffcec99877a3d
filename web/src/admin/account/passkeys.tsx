import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { problemOf } from '../../shared/api/problem';
import { EmptyState } from '../../shared/ui/empty-state';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type MyPasskeysQuery } from '../graphql/graphql';
import { sayDone, sayRefused } from '../../shared/parts/say';
import { useConfirm } from '../../shared/parts/use-confirm';
import { useSecondFactor } from '../parts/use-second-factor';
import { When } from '../../shared/parts/when';
import { AddPasskey } from './add-passkey';
import { MY_PASSKEYS, REMOVE_PASSKEY } from './documents';

type Passkey = MyPasskeysQuery['myPasskeys'][number];

/** Browsers have them over HTTPS and on the machine itself. */
const isSupported = (): boolean => 'PublicKeyCredential' in window;

/** The user's second factors. */
export function Passkeys() {
  const { t } = useTranslation(['admin', 'common']);
  const [isAdding, setAdding] = useState(false);
  const [{ data, error }, read] = useQuery({ query: MY_PASSKEYS });
  const reload = (): void => {
    read({ requestPolicy: 'network-only' });
  };
  const remove = useRemoving(reload);
  return (
    <Card withBorder component="section">
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <Title order={2} size="h5">
            {t('account.passkeys.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('account.passkeys.about')}
          </Text>
        </div>
        {isSupported() && (
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('account.passkeys.add')}
          </Button>
        )}
      </Group>
      {!isSupported() && <Text size="sm">{t('account.passkeys.unsupported')}</Text>}
      {error !== undefined && <ProblemAlert error={error} onRetry={reload} />}
      {data?.myPasskeys.length === 0 && (
        <EmptyState icon={KeyRound} title={t('account.passkeys.empty')} hint={t('account.passkeys.emptyHint')} />
      )}
      <Stack gap="xs">
        {data?.myPasskeys.map((passkey) => (
          <Row key={passkey.id} passkey={passkey} onRemove={remove} />
        ))}
      </Stack>
      {isAdding && (
        <AddPasskey
          onAdded={reload}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </Card>
  );
}

function Row({ passkey, onRemove }: { readonly passkey: Passkey; readonly onRemove: (passkey: Passkey) => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const { name, lastUsedAt } = passkey;
  return (
    <Group justify="space-between">
      <div>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          {t('account.passkeys.used')}: {lastUsedAt === null ? t('never') : <When at={lastUsedAt} />}
        </Text>
      </div>
      <Button
        size="xs"
        color="red"
        variant="outline"
        aria-label={`${t('account.passkeys.remove')} «${name}»`}
        onClick={() => {
          onRemove(passkey);
        }}
      >
        {t('account.passkeys.remove')}
      </Button>
    </Group>
  );
}

/** Asks first; then one of the passkeys has to answer. */
function useRemoving(onRemoved: () => void): (passkey: Passkey) => void {
  const { t } = useTranslation(['admin', 'common']);
  const confirm = useConfirm();
  const showSecondFactor = useSecondFactor();
  const [, removePasskey] = useMutation(REMOVE_PASSKEY);

  /** @param mayShow false once the second factor was shown: it is asked for once */
  const remove = async (id: string, mayShow = true): Promise<void> => {
    const { data, error } = await removePasskey({ id });
    if (error !== undefined) {
      sayRefused(t(`common:problem.${problemOf(error)}`));
    } else if (data?.removePasskey.__typename === 'PasskeysRemoved') {
      sayDone(t('account.passkeys.removed'));
      onRemoved();
    } else if (data !== undefined && mayShow && (await showSecondFactor(data.removePasskey))) {
      await remove(id, false);
    } else {
      sayRefused(t('secondFactor.refused'));
    }
  };

  return ({ id, name }) => {
    confirm({
      title: t('account.passkeys.removeTitle', { name }),
      body: t('account.passkeys.removeBody'),
      yes: t('account.passkeys.remove'),
      onYes: () => void remove(id),
    });
  };
}
