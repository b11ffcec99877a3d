import { Button, SimpleGrid } from '@mantine/core';
import { CircleStop } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { Page } from '../../shared/parts/page';
import { sayDone } from '../../shared/parts/say';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { END_FAULTS } from './documents';
import { useFaults } from './faults-context';
import { FaultsNow } from './faults-now';
import { InjectFault } from './inject-fault';

/** Breaking something on purpose, for a while, and seeing that it is. */
export function DrillsPage() {
  const { t } = useTranslation('admin');
  const { faults, error, read } = useFaults();
  const [{ error: fault, fetching }, endFaults] = useMutation(END_FAULTS);

  const end = async (): Promise<void> => {
    const { error: refused } = await endFaults({});
    if (refused === undefined) sayDone(t('drills.ended'));
    read();
  };

  return (
    <Page
      title={t('places.drills')}
      about={t('drills.about')}
      actions={
        faults.length > 0 && (
          <Button
            color="red"
            leftSection={<CircleStop size={16} aria-hidden />}
            loading={fetching}
            onClick={() => void end()}
          >
            {t('drills.endAll')}
          </Button>
        )
      }
    >
      {error !== undefined && <ProblemAlert error={error} />}
      {fault !== undefined && <ProblemAlert error={fault} />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <FaultsNow faults={faults} />
        <InjectFault onInjected={read} />
      </SimpleGrid>
    </Page>
  );
}
