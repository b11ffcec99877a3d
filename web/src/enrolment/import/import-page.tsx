import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { Link } from 'wouter';
import { Page } from '../../shared/parts/page';
import { ChooseFile, type Source } from './choose-file';
import { IMPORT } from './documents';
import { ImportRun, type PlannedRow, type Send } from './import-run';
import { MapColumns } from './map-columns';
import { RunProgress } from './run-progress';
import { RunResults } from './run-results';
import { useLeaveGuard } from './use-leave-guard';

/** A file on its way: what it says, and how far it is. */
interface Job {
  readonly header: readonly string[];
  readonly rows: readonly PlannedRow[];
  readonly check: ImportRun;
  /** Once somebody has said yes to what the check says. */
  readonly real?: ImportRun;
}

/** Many people at once: choose a file, say which column is what, see what would happen, and let it happen. */
export function ImportPage() {
  const { t } = useTranslation('enrolment');
  const send = useSend();
  const [source, setSource] = useState<Source>();
  const [job, setJob] = useState<Job>();
  const again = (): void => {
    setJob(undefined);
    setSource(undefined);
  };

  return (
    <Page title={t('places.import')} about={t('import.about')}>
      {source === undefined && <ChooseFile onChosen={setSource} />}
      {source !== undefined && (
        <Stack display={job === undefined ? undefined : 'none'}>
          <MapColumns
            key={source.name}
            source={source}
            onCheck={(rows, header) => {
              const check = new ImportRun(send, true, rows);
              setJob({ header, rows, check });
              void check.go();
            }}
            onOther={again}
          />
        </Stack>
      )}
      {job !== undefined && job.real === undefined && (
        <Check
          job={job}
          onYes={() => {
            const real = new ImportRun(send, false, job.rows);
            setJob({ ...job, real });
            void real.go();
          }}
          onBack={() => {
            setJob(undefined);
          }}
        />
      )}
      {job?.real !== undefined && <Done run={job.real} header={job.header} onAgain={again} />}
    </Page>
  );
}

function useSend(): Send {
  const client = useClient();
  return async (input) => {
    const { data, error } = await client.mutation(IMPORT, { input });
    return error === undefined ? { answer: data!.importPersons } : { error };
  };
}

interface CheckProps {
  readonly job: Job;
  readonly onYes: () => void;
  readonly onBack: () => void;
}

/** What would become of the file; nothing is written yet. */
function Check({ job: { check, header }, onYes, onBack }: CheckProps) {
  const { t } = useTranslation('enrolment');
  const state = useSyncExternalStore(check.subscribe, check.state);
  const created = state.results.filter(({ outcome }) => outcome === 'CREATED').length;
  const isDone = state.status === 'done';
  return (
    <Stack>
      {!isDone && <RunProgress state={state} label={t('import.checking')} onGoOn={() => void check.go()} />}
      {isDone && (
        <>
          <Text role="status">{t(created === 0 ? 'import.checkedNone' : 'import.checked')}</Text>
          <RunResults results={state.results} header={header} tense="would" />
        </>
      )}
      <Group>
        {isDone && created > 0 && <Button onClick={onYes}>{t('import.doIt', { count: created })}</Button>}
        <Button variant="default" onClick={onBack}>
          {t('import.back')}
        </Button>
      </Group>
    </Stack>
  );
}

interface DoneProps {
  readonly run: ImportRun;
  readonly header: readonly string[];
  readonly onAgain: () => void;
}

/** The import itself, and what came of it. */
function Done({ run, header, onAgain }: DoneProps) {
  const { t } = useTranslation('enrolment');
  const state = useSyncExternalStore(run.subscribe, run.state);
  useLeaveGuard(state.status !== 'done');
  if (state.status !== 'done')
    return <RunProgress state={state} label={t('import.importing')} onGoOn={() => void run.go()} />;
  const created = state.results.filter(({ outcome }) => outcome === 'CREATED').length;
  return (
    <Stack>
      <Text role="status">{t('import.done', { count: created })}</Text>
      <RunResults results={state.results} header={header} tense="did" />
      <Group>
        <Button component={Link} href="/people">
          {t('import.toPeople')}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t('import.other')}
        </Button>
      </Group>
    </Stack>
  );
}
