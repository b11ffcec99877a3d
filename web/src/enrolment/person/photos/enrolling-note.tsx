import { Alert, Group, Loader, type MantineColor, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/parts/use-format';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { type Enrolling } from './use-enrolling';

/** How far the photos have come, and what came of them. */
export function EnrollingNote({ state }: { readonly state: Enrolling }) {
  const { t } = useTranslation('person');
  const format = useFormat();
  switch (state.at) {
    case 'idle':
      return null;
    case 'sending':
    case 'waiting':
      return (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          <Text size="sm">{t(`photos.${state.at}`)}</Text>
        </Group>
      );
    case 'lost':
      return <Note color="red">{t('photos.lost')}</Note>;
    case 'refused':
      return <Note color="red">{t('photos.refusedUpload')}</Note>;
    case 'consent':
      return <Note color="red">{t('photos.needsConsent')}</Note>;
    case 'busy':
      return <Note color="yellow">{t('photos.running', { time: format.hour(state.until) })}</Note>;
    case 'problem':
      return <ProblemAlert error={state.error} />;
    case 'ended': {
      const { reason, state: end } = state.enrolment;
      return (
        <Note color={end === 'COMPLETED' ? 'teal' : 'red'}>{reason !== null && t(`enrolment.reason.${reason}`)}</Note>
      );
    }
  }
}

const Note = ({ color, children }: { readonly color: MantineColor; readonly children: ReactNode }) => (
  <Alert color={color} role={color === 'teal' ? 'status' : 'alert'}>
    {children}
  </Alert>
);
