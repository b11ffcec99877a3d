import { Card, Group, Stack, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Person, type Step } from './standing';

/** What a step of the enrolment is given: it shows itself in the page, and its dialog when it is open. */
export interface StepProps {
  readonly person: Person;
  readonly isOpen: boolean;
  readonly onOpen: (step: Step) => void;
  readonly onClose: () => void;
  /** Something of the person is different now. */
  readonly onChanged: () => void;
}

interface Props {
  readonly title: string;
  /** What can be done here. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of what there is about a person. */
export const Section = ({ title, actions, children }: Props) => (
  <Card withBorder component="section" aria-label={title} padding="md">
    <Stack gap="sm">
      <Group justify="space-between" align="center">
        <Title order={2} size="h5">
          {title}
        </Title>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  </Card>
);
