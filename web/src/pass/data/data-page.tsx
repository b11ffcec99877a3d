import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { Waiting } from '../parts/waiting';
import { type HolderSession } from '../session/holder-session';
import { ConsentCard } from './consent-card';
import { MY_DATA } from './documents';
import { ExportCard } from './export-card';
import { HeldCard } from './held-card';
import { LeaveCard } from './leave-card';
import { PinCard } from './pin-card';

/** What is held about the person, and what they can do about it. */
export default function DataPage({ session }: { readonly session: HolderSession }) {
  const { t } = useTranslation('pass');
  const [{ data, error }, look] = useQuery({ query: MY_DATA });
  const lookAgain = () => look();
  return (
    <Stack>
      <div>
        <Title order={1} size="h3">
          {t('places.data')}
        </Title>
        <Text c="dimmed" size="sm">
          {t('data.about')}
        </Text>
      </div>
      {error !== undefined && <ProblemAlert error={error} onRetry={lookAgain} />}
      {!data && error === undefined && <Waiting />}
      {data && (
        <>
          <HeldCard profile={data.myProfile} />
          <ConsentCard consent={data.myConsent} onWithdrawn={lookAgain} />
          <ExportCard />
          <PinCard hasPin={data.myProfile.pinSince !== null} onSet={lookAgain} />
        </>
      )}
      <LeaveCard session={session} />
    </Stack>
  );
}
