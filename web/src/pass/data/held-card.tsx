import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MyDataQuery } from '../graphql/graphql';
import { Section } from './section';
import { useDate } from './use-date';

type Profile = MyDataQuery['myProfile'];

/** What there is of the person, each with its date. */
export function HeldCard({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('pass');
  const date = useDate();
  const { displayName, kind, templateSince, pinSince, credentials } = profile;
  return (
    <Section title={t('data.held.title')}>
      <dl className="pass-facts">
        <Fact name={t('data.held.name')}>{displayName}</Fact>
        <Fact name={t('data.held.kind')}>{t(`kind.${kind}`)}</Fact>
        <Fact name={t('data.held.face')}>
          {templateSince === null ? t('data.held.faceNone') : t('data.held.faceSince', { date: date(templateSince) })}
        </Fact>
        <Fact name={t('data.held.pin')}>
          {pinSince === null ? t('data.held.pinNone') : t('data.held.pinSince', { date: date(pinSince) })}
        </Fact>
        <Fact name={t('data.held.credentials')}>
          {credentials.length === 0 && t('data.held.credentialNone')}
          {credentials.map(({ id, kind: which, expiresAt }) => (
            <div key={id}>{t(`data.held.credential.${which}`, { date: date(expiresAt) })}</div>
          ))}
        </Fact>
      </dl>
      <Text size="sm" c="dimmed">
        {t('data.held.more')}
      </Text>
    </Section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <Text component="dt" size="xs" c="dimmed">
      {name}
    </Text>
    <Text component="dd" size="sm" m={0}>
      {children}
    </Text>
  </div>
);
