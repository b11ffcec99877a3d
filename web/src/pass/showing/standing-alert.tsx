import { Alert } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageOf } from '../../shared/i18n/start-i18n';
import { type Trouble } from './troubles';

/** What stands against the person at a door, and what to do. */
export function StandingAlert({ trouble }: { readonly trouble: Trouble }) {
  const { t, i18n } = useTranslation('pass');
  // As first heard: a time that moves with each look would be read out again and again.
  const [over] = useState(() => Date.now() + (trouble.kind === 'WAITING' ? trouble.seconds * 1_000 : 0));
  const time = new Intl.DateTimeFormat(languageOf(i18n), { timeStyle: 'short' }).format(over);
  return (
    <Alert
      color="yellow"
      w="100%"
      p="sm"
      icon={<CircleAlert aria-hidden />}
      title={t(`standing.${trouble.kind}.title`)}
    >
      {t(`standing.${trouble.kind}.body`, { time })}
    </Alert>
  );
}
