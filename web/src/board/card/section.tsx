import { Group, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  /** What can be done with it. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a card, under its heading. */
export function Section({ title, action, children }: Props) {
  const id = useId();
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Group justify="space-between" gap="xs" mih={28}>
        <Title order={3} size="h6" id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
