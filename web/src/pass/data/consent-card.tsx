import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type MyDataQuery } from '../graphql/graphql';
import { Asking } from './asking';
import { WITHDRAW } from './documents';
import { Section } from './section';
import { useDate } from './use-date';

interface Props {
  readonly consent: MyDataQuery['myConsent'];
  readonly onWithdrawn: () => void;
}

/** What was agreed to, and the way out of it. */
export function ConsentCard({ consent, onWithdrawn }: Props) {
  const { t } = useTranslation('pass');
  const [isAsking, setAsking] = useState(false);
  const [isDone, setDone] = useState(false);
  const [{ error, fetching }, send] = useMutation(WITHDRAW);

  const withdraw = async () => {
    if ((await send({})).error !== undefined) return;
    setAsking(false);
    setDone(true);
    onWithdrawn();
  };

  return (
    <Section title={t('data.consent.title')}>
      <Text role="status" className="pass-said" size="sm">
        {isDone && t('data.consent.done')}
      </Text>
      {consent === null ? (
        <Text size="sm">{t('data.consent.none')}</Text>
      ) : (
        <>
          <Given consent={consent} />
          {consent.text !== null && (
            <details className="pass-consent">
              <summary>{t('data.consent.text')}</summary>
              <Text size="sm" lang={consent.language}>
                {consent.text}
              </Text>
            </details>
          )}
          {isAsking ? (
            <Asking
              title={t('data.consent.ask.title')}
              body={t('data.consent.ask.body')}
              yes={t('data.consent.ask.yes')}
              isBusy={fetching}
              onYes={withdraw}
              onNo={() => setAsking(false)}
            >
              {error !== undefined && <ProblemAlert error={error} />}
            </Asking>
          ) : (
            <Button variant="outline" color="red" onClick={() => setAsking(true)}>
              {t('data.consent.withdraw')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

/** When, by whom, and what shows it. */
function Given({ consent }: { readonly consent: NonNullable<Props['consent']> }) {
  const { t } = useTranslation(['pass', 'common']);
  const date = useDate();
  const { givenBy, givenAt, textVersion: version, evidence } = consent;
  const { guardianName: name, guardianRelation: relation } = evidence ?? {};
  const when = { date: date(givenAt), version };
  return (
    <div>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {name && relation
          ? t('data.consent.by.named', { ...when, name, relation: t(`common:guardian.${relation}`) })
          : t(`data.consent.by.${givenBy}`, when)}
      </Text>
      {evidence !== null && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('data.consent.reference', { reference: evidence.reference })}
        </Text>
      )}
    </div>
  );
}
