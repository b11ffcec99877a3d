import { Button, Card, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { Check, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { StandingBadge } from '../people/standing-badge';
import { doneOf, nextOf, STEPS, type Step } from './standing';

interface Props {
  readonly held: Parameters<typeof doneOf>[0];
  readonly onStep: (step: Step) => void;
}

const ACTIONS = {
  consent: { step: 'consent', label: 'consent.record' },
  withoutFace: { step: 'consent', label: 'consent.record' },
  renewal: { step: 'consent', label: 'consent.renew' },
  photos: { step: 'photos', label: 'photos.take' },
  card: { step: 'card', label: 'card.issue' },
} as const;

/** How far somebody's enrolment has come, and the one thing to do next. */
export function NextStep({ held, onStep }: Props) {
  const { t } = useTranslation('person');
  const done = doneOf(held);
  const next = nextOf(held);
  const action = next === 'ready' || next === 'lock' ? undefined : ACTIONS[next];
  return (
    <Card withBorder component="section" aria-label={t('steps.title')} padding="md">
      <Group justify="space-between" gap="md">
        <Stack gap="xs" maw={560}>
          <StandingBadge standing={held.person.standing} />
          <Text size="sm">{t(`next.${next}`)}</Text>
          <Group component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
            {STEPS.map((step) => (
              <Group component="li" key={step} gap={6} wrap="nowrap">
                <ThemeIcon size="sm" radius="xl" variant="light" color={done[step] ? 'teal' : 'gray'} aria-hidden>
                  {done[step] ? <Check size={14} /> : <CircleDashed size={14} />}
                </ThemeIcon>
                <Text size="sm">
                  {t(`steps.${step}`)}: {t(done[step] ? 'steps.done' : 'steps.toDo')}
                </Text>
              </Group>
            ))}
          </Group>
        </Stack>
        {action !== undefined && (
          <Button
            size="md"
            onClick={() => {
              onStep(action.step);
            }}
          >
            {t(action.label)}
          </Button>
        )}
      </Group>
    </Card>
  );
}
