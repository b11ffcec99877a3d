import { Group, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';

type Fact = readonly [name: string, value: ReactNode];

interface Props {
  readonly facts: readonly Fact[];
  /** Beside one another, as far as there is room, instead of below. */
  readonly inRow?: boolean;
}

/** Names and what stands for each. */
export function Facts({ facts, inRow = false }: Props) {
  const list = facts.map(([name, value]) => (
    <div key={name}>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </div>
  ));
  return inRow ? (
    <Group component="dl" gap="lg" m={0}>
      {list}
    </Group>
  ) : (
    <Stack component="dl" gap="sm" m={0}>
      {list}
    </Stack>
  );
}
