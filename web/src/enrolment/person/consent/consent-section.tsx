import { Button, Spoiler, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { sayDone, sayRefused } from '../../../shared/parts/say';
import { useConfirm } from '../../../shared/parts/use-confirm';
import { problemOf } from '../../../shared/api/problem';
import { WITHDRAW_CONSENT } from '../documents';
import { Section, type StepProps } from '../section';
import { consentOf } from '../standing';
import { useConsentTexts } from '../use-consent-texts';
import { OneConsent } from './one-consent';
import { RecordConsent } from './record-consent';

/** What the person agreed to and who said so; how it is recorded, renewed and withdrawn. */
export function ConsentSection({ person, isOpen, onOpen, onClose, onChanged }: StepProps) {
  const { t } = useTranslation(['person', 'common']);
  const { texts } = useConsentTexts();
  const confirm = useConfirm();
  const [, withdraw] = useMutation(WITHDRAW_CONSENT);
  const active = consentOf(person);
  const earlier = person.consentHistory.filter(({ id }) => id !== active?.id);
  const isOutdated = active !== undefined && texts.length > 0 && active.textVersion !== texts[0]?.version;

  const askWithdrawal = (): void => {
    confirm({
      title: t('consent.withdrawTitle'),
      body: t('consent.withdrawBody'),
      yes: t('consent.withdrawYes'),
      onYes: () => {
        void withdraw({ personId: person.id }).then(({ error }) => {
          if (error === undefined) sayDone(t('consent.withdrawnDone'));
          else sayRefused(t(`common:problem.${problemOf(error)}`));
          onChanged();
        });
      },
    });
  };

  return (
    <Section
      title={t('consent.title')}
      actions={
        <>
          {(active === undefined || isOutdated) && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onOpen('consent');
              }}
            >
              {t(isOutdated ? 'consent.renew' : 'consent.record')}
            </Button>
          )}
          {active !== undefined && (
            <Button size="xs" color="red" variant="outline" onClick={askWithdrawal}>
              {t('consent.withdraw')}
            </Button>
          )}
        </>
      }
    >
      {active === undefined ? <Text size="sm">{t('consent.none')}</Text> : <OneConsent consent={active} />}
      {earlier.length > 0 && (
        <Spoiler maxHeight={0} showLabel={`${t('consent.earlier')} (${earlier.length})`} hideLabel={t('common:close')}>
          <Stack gap="md">
            {earlier.map((consent) => (
              <OneConsent key={consent.id} consent={consent} />
            ))}
          </Stack>
        </Spoiler>
      )}
      {isOpen && <RecordConsent personId={person.id} replaces={active} onClose={onClose} onChanged={onChanged} />}
    </Section>
  );
}
