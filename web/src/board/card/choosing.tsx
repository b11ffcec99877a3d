import { Checkbox, Popover, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Edited } from './card-editor';
import { useExpected } from './use-expected';

interface Props {
  readonly label: string;
  /** Opens it: one element. */
  readonly target: ReactNode;
  readonly options: readonly { readonly id: string; readonly shown: ReactNode }[];
  /** Said where there is nothing to choose from. */
  readonly none: string;
  readonly chosen: readonly string[];
  readonly onChoose: (id: string, isOn: boolean) => Promise<Edited> | undefined;
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
          <Option key={id} shown={shown} isOn={chosen.includes(id)} onChoose={(isOn) => onChoose(id, isOn)} />
        ))}
      </Stack>
    </Popover.Dropdown>
  </Popover>
);

interface OptionProps {
  readonly shown: ReactNode;
  readonly isOn: boolean;
  readonly onChoose: (isOn: boolean) => Promise<Edited> | undefined;
}

function Option({ shown, isOn, onChoose }: OptionProps) {
  const [isChecked, expectChecked] = useExpected(isOn);
  return (
    <Checkbox
      label={shown}
      checked={isChecked}
      data-mantine-stop-propagation
      onChange={({ currentTarget }) => {
        const edited = onChoose(currentTarget.checked);
        if (edited !== undefined) expectChecked(edited);
      }}
    />
  );
}
