import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ListFrame } from '../../../shared/parts/list-frame';
import { When } from '../../../shared/parts/when';
import { type EnrolmentFieldsFragment, type EnrolmentState } from '../../graphql/graphql';
import { Section, type StepProps } from '../section';
import { consentOf } from '../standing';
import { type PersonState } from '../use-person';
import { TakePhotos } from './take-photos';

interface Props extends StepProps {
  readonly list: PersonState['enrolments'];
}

/** Since when faces are compared with the person's, how that came about, and how photos are taken. */
export function PhotosSection({ person, isOpen, onOpen, onClose, onChanged, list }: Props) {
  const { t } = useTranslation('person');
  const hasConsent = consentOf(person) !== undefined;
  return (
    <Section
      title={t('photos.title')}
      actions={
        hasConsent && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              onOpen('photos');
            }}
          >
            {t(person.enrolledAt === null ? 'photos.take' : 'photos.retake')}
          </Button>
        )
      }
    >
      <Text size="sm">
        {person.enrolledAt === null ? (
          t(hasConsent ? 'photos.none' : 'photos.needsConsent')
        ) : (
          <>
            {t('photos.enrolledSince')} <When at={person.enrolledAt} />.
          </>
        )}
      </Text>
      <Title order={3} size="h6">
        {t('photos.history')}
      </Title>
      <ListFrame
        list={list}
        empty={
          <Text size="sm" c="dimmed">
            {t('photos.historyEmpty')}
          </Text>
        }
      >
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('photos.history')}>
          {list.nodes.map((enrolment) => (
            <OneEnrolment key={enrolment.id} enrolment={enrolment} />
          ))}
        </Stack>
      </ListFrame>
      {isOpen && <TakePhotos person={person} onClose={onClose} onChanged={onChanged} onCard={() => onOpen('card')} />}
    </Section>
  );
}

const COLOURS: Readonly<Record<EnrolmentState, MantineColor>> = {
  OPEN: 'blue',
  QUEUED: 'blue',
  PROCESSING: 'blue',
  COMPLETED: 'teal',
  REJECTED: 'red',
  EXPIRED: 'gray',
  FAILED: 'grape',
};

function OneEnrolment({ enrolment }: { readonly enrolment: EnrolmentFieldsFragment }) {
  const { t } = useTranslation(['person', 'reasons']);
  const { state, reason, createdAt, photoReasons } = enrolment;
  const bad = photoReasons.filter((one) => one !== 'OK');
  return (
    <li>
      <Group gap="xs">
        <Badge color={COLOURS[state]}>{t(`enrolment.state.${state}`)}</Badge>
        <Text size="sm" c="dimmed">
          <When at={createdAt} />
        </Text>
      </Group>
      {reason !== null && <Text size="sm">{t(`enrolment.reason.${reason}`)}</Text>}
      {bad.length > 0 && (
        <Text size="sm" c="dimmed">
          {bad.map((one) => t(`reasons:photo.${one}.title`)).join(' · ')}
        </Text>
      )}
    </li>
  );
}
