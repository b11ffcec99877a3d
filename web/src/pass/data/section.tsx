import { Card, Stack, Title } from '@mantine/core';
import { type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** One subject of the page. */
export const Section = ({ title, children }: Props) => (
  <Card withBorder component="section">
    <Title order={2} size="h5" mb="xs">
      {title}
    </Title>
    <Stack gap="sm" align="flex-start">
      {children}
    </Stack>
  </Card>
);
