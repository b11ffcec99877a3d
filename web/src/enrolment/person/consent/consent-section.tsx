import { Badge, Button, Group, Spoiler, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { Facts } from '../../../shared/parts/facts';
import { sayDone, sayRefused } from '../../../shared/parts/say';
import { useConfirm } from '../../../shared/parts/use-confirm';
import { useFormat } from '../../../shared/parts/use-format';
import { problemOf } from '../../../shared/api/problem';
import { type ConsentFieldsFragment } from '../../graphql/graphql';
import { WITHDRAW_CONSENT } from '../documents';
import { Section, type StepProps } from '../section';
import { consentOf } from '../standing';
import { useConsentTexts } from '../use-consent-texts';
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

function OneConsent({ consent }: { readonly consent: ConsentFieldsFragment }) {
  const { t, i18n } = useTranslation('person');
  const format = useFormat();
  const { textVersion, language, givenBy, givenAt, withdrawnAt } = consent;
  const languageName = new Intl.DisplayNames(i18n.language, { type: 'language' }).of(language) ?? language;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Badge color={withdrawnAt === null ? 'teal' : 'gray'}>
          {t(withdrawnAt === null ? 'consent.active' : 'consent.withdrawn')}
        </Badge>
      </Group>
      <Facts
        facts={[
          [t('consent.given'), format.short(givenAt)],
          [t('consent.by'), t(`consent.${givenBy}`)],
          [t('consent.text'), t('consent.textValue', { version: textVersion, language: languageName })],
          ...(withdrawnAt === null ? [] : [[t('consent.withdrawnAt'), format.short(withdrawnAt)] as const]),
        ]}
      />
    </Stack>
  );
}
