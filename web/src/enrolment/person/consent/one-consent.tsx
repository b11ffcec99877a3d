import { Badge, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../shared/parts/facts';
import { useFormat } from '../../../shared/parts/use-format';
import { type ConsentFieldsFragment } from '../../graphql/graphql';

/** One that was given: when, to what, by whom, and what shows it. */
export function OneConsent({ consent }: { readonly consent: ConsentFieldsFragment }) {
  const { t, i18n } = useTranslation('person');
  const format = useFormat();
  const giverOf = useGiver();
  const { textVersion, language, givenAt, withdrawnAt, evidence } = consent;
  const languageName = new Intl.DisplayNames(i18n.language, { type: 'language' }).of(language) ?? language;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Badge color={withdrawnAt === null ? 'teal' : 'gray'}>
          {t(withdrawnAt === null ? 'consent.active' : 'consent.withdrawn')}
        </Badge>
        {evidence?.needsGuardian === true && (
          <Badge color="gray" variant="outline">
            {t('consent.needsGuardian')}
          </Badge>
        )}
      </Group>
      <Facts
        facts={[
          [t('consent.given'), format.short(givenAt)],
          [t('consent.by'), giverOf(consent)],
          [t('consent.text'), t('consent.textValue', { version: textVersion, language: languageName })],
          [t('consent.reference'), evidence?.reference ?? t('consent.notAsked')],
          ...(withdrawnAt === null ? [] : [[t('consent.withdrawnAt'), format.short(withdrawnAt)] as const]),
        ]}
      />
    </Stack>
  );
}

function useGiver(): (consent: ConsentFieldsFragment) => string {
  const { t } = useTranslation(['person', 'common']);
  return ({ givenBy, evidence }) => {
    if (givenBy === 'PERSON') return t('consent.THEMSELF');
    const { guardianName: name, guardianRelation: relation } = evidence ?? {};
    if (!name || !relation) return t('consent.another');
    return t('consent.guardianValue', { name, relation: t(`common:guardian.${relation}`) });
  };
}
