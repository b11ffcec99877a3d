import { Alert, Button, Text } from '@mantine/core';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HolderSession } from '../session/holder-session';
import { Asking } from './asking';
import { Section } from './section';

/** The way out, such as of a phone that somebody else will have. */
export function LeaveCard({ session }: { readonly session: HolderSession }) {
  const { t } = useTranslation(['pass', 'common']);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isRefused, setRefused] = useState(false);

  const leave = async () => {
    setBusy(true);
    setRefused(false);
    if (await session.close()) return;
    setBusy(false);
    setRefused(true);
  };

  return (
    <Section title={t('data.leave.title')}>
      {isAsking ? (
        <Asking
          title={t('data.leave.ask')}
          body={t('data.leave.body')}
          yes={t('data.leave.yes')}
          isBusy={isBusy}
          onYes={leave}
          onNo={() => setAsking(false)}
        >
          {isRefused && (
            <Alert color="red" mb="xs">
              {t('common:problem.OFFLINE')}
            </Alert>
          )}
        </Asking>
      ) : (
        <>
          <Text size="sm">{t('data.leave.body')}</Text>
          <Button
            variant="outline"
            color="red"
            leftSection={<LogOut size={16} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('data.leave.do')}
          </Button>
        </>
      )}
    </Section>
  );
}
