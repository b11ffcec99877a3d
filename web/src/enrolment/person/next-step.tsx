import { Badge, Button, Card, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { Check, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { doneOf, type Standing, STEPS, type Step } from './standing';

interface Props {
  readonly held: Parameters<typeof doneOf>[0];
  readonly standing: Standing;
  readonly onStep: (step: Step) => void;
}

const ACTIONS = {
  consent: { step: 'consent', label: 'consent.record' },
  renewal: { step: 'consent', label: 'consent.renew' },
  photos: { step: 'photos', label: 'photos.take' },
  card: { step: 'card', label: 'card.issue' },
} as const;

/** How far somebody's enrolment has come, and the one thing to do next. */
export function NextStep({ held, standing, onStep }: Props) {
  const { t } = useTranslation('person');
  const done = doneOf(held);
  const action = standing === 'ready' ? undefined : ACTIONS[standing];
  return (
    <Card withBorder component="section" aria-label={t('steps.title')} padding="md">
      <Group justify="space-between" gap="md">
        <Stack gap="xs" maw={560}>
          <Group gap="xs">
            <Badge size="lg" color={standing === 'ready' ? 'teal' : 'yellow'} data-testid="standing">
              {t(`standing.${standing}`)}
            </Badge>
          </Group>
          <Text size="sm">{t(`next.${standing}`)}</Text>
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
