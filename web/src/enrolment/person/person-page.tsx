import { Anchor, Button, Grid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { problemOf } from '../../shared/api/problem';
import { Page } from '../../shared/parts/page';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type ReceiptFieldsFragment } from '../graphql/graphql';
import { CorrectPerson } from '../people/correct-person';
import { ConsentSection } from './consent/consent-section';
import { hasCredential } from './credential-state';
import { CredentialsSection } from './credentials/credentials-section';
import { DataSection } from './data/data-section';
import { Erased } from './data/erased';
import { useReceipt } from './data/use-receipt';
import { NextStep } from './next-step';
import { LockSection } from './access/lock-section';
import { PassSection } from './access/pass-section';
import { PinSection } from './access/pin-section';
import { PhotosSection } from './photos/photos-section';
import { type Person, type Step } from './standing';
import { useConsentTexts } from './use-consent-texts';
import { type PersonState, usePerson } from './use-person';
import { Waiting } from '../../shared/ui/waiting';

/** One person, from their consent to the printed card. */
export function PersonPage({ id }: { readonly id: string }) {
  const { t } = useTranslation(['person', 'common']);
  const state = usePerson(id);
  const [erased, setErased] = useState<ReceiptFieldsFragment>();
  const { person, error } = state;
  const isMissing = error !== undefined && problemOf(error) === 'NOT_FOUND';
  const earlier = useReceipt(id, isMissing);

  const receipt = erased ?? earlier.receipt;
  if (receipt !== undefined) return <Erased receipt={receipt} />;
  if (person !== undefined) return <Whole person={person} state={state} onErased={setErased} />;
  if (error === undefined || earlier.isLoading) return <Waiting />;
  if (!isMissing) return <ProblemAlert error={error} onRetry={state.reload} />;
  return (
    <Page title={t('missing')} about={t('missingHint')}>
      <Anchor component={Link} href="/people">
        {t('back')}
      </Anchor>
    </Page>
  );
}

interface Props {
  readonly person: Person;
  readonly state: PersonState;
  readonly onErased: (receipt: ReceiptFieldsFragment) => void;
}

function Whole({ person, state, onErased }: Props) {
  const { t } = useTranslation(['person', 'enrolment']);
  const { texts } = useConsentTexts();
  /** Whose dialog is open. */
  const [doing, setDoing] = useState<Step>();
  const [isCorrecting, setCorrecting] = useState(false);
  const held = { person, hasCredential: hasCredential(state.credentials.nodes), newestText: texts[0]?.version };
  const section = {
    person,
    onOpen: setDoing,
    onClose: () => {
      setDoing(undefined);
    },
    onChanged: state.reload,
  };
  const isReady = !state.credentials.isLoading || state.credentials.nodes.length > 0;
  return (
    <Page
      title={person.displayName}
      about={t('about', { kind: t(`enrolment:people.kind.${person.kind}`), externalId: person.externalId })}
      actions={
        <>
          <Anchor component={Link} href="/people" size="sm">
            {t('back')}
          </Anchor>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setCorrecting(true);
            }}
          >
            {t('enrolment:people.correct')}
          </Button>
        </>
      }
    >
      {isCorrecting && (
        <CorrectPerson
          person={person}
          onCorrected={state.reload}
          onClose={() => {
            setCorrecting(false);
          }}
        />
      )}
      {state.error !== undefined && <ProblemAlert error={state.error} onRetry={state.reload} />}
      {isReady && <NextStep held={held} onStep={setDoing} />}
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <ConsentSection {...section} isOpen={doing === 'consent'} />
            <PhotosSection {...section} isOpen={doing === 'photos'} list={state.enrolments} />
            <CredentialsSection {...section} isOpen={doing === 'card'} list={state.credentials} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            <PinSection person={person} />
            <PassSection person={person} onChanged={state.reload} />
            <LockSection personId={person.id} onChanged={state.reload} />
            <DataSection person={person} onErased={onErased} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
