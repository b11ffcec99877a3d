import { Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';

type Fact = readonly [name: string, value: ReactNode];

/** Names and what stands for each. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <Stack component="dl" gap="sm" m={0}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <Text component="dt" size="xs" c="dimmed">
          {name}
        </Text>
        <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>
      </div>
    ))}
  </Stack>
);
