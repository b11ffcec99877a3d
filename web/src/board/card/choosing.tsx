import { Checkbox, Popover, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** Opens it: one element. */
  readonly target: ReactNode;
  readonly options: readonly { readonly id: string; readonly shown: ReactNode }[];
  /** Said where there is nothing to choose from. */
  readonly none: string;
  readonly chosen: readonly string[];
  readonly onChoose: (id: string, isOn: boolean) => unknown;
}

/** Any number of a few things. */
export const Choosing = ({ label, target, options, none, chosen, onChoose }: Props) => (
  <Popover position="bottom-end" withArrow trapFocus shadow="md">
    <Popover.Target>{target}</Popover.Target>
    <Popover.Dropdown aria-label={label} mah={320} style={{ overflowY: 'auto' }} data-mantine-stop-propagation>
      <Stack gap="xs">
        {options.length === 0 && (
          <Text size="sm" c="dimmed">
            {none}
          </Text>
        )}
        {options.map(({ id, shown }) => (
          <Checkbox
            key={id}
            label={shown}
            checked={chosen.includes(id)}
            data-mantine-stop-propagation
            onChange={({ currentTarget }) => onChoose(id, currentTarget.checked)}
          />
        ))}
      </Stack>
    </Popover.Dropdown>
  </Popover>
);
