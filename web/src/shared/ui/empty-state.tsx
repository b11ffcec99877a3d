import { Stack, Text } from '@mantine/core';
import { type LucideIcon } from 'lucide-react';
import { type ReactNode } from 'react';

interface Props {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What goes here and how it gets here. */
  readonly hint?: string;
  /** What to do next, such as a button. */
  readonly children?: ReactNode;
}

/** Where there is nothing yet. */
export const EmptyState = ({ icon: Icon, title, hint, children }: Props) => (
  <Stack align="center" gap="xs" py="xl" px="md">
    <Icon size={40} strokeWidth={1.25} aria-hidden />
    <Text fw={600} ta="center">
      {title}
    </Text>
    {hint !== undefined && (
      <Text c="dimmed" size="sm" ta="center" maw={420}>
        {hint}
      </Text>
    )}
    {children}
  </Stack>
);
