import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Edited } from '../card-editor';

interface Props {
  readonly label: string;
  readonly maxLength: number;
  readonly autoFocus?: boolean;
  readonly onAdd: (text: string) => Promise<Edited>;
  readonly onCancel?: () => void;
}

/** A field that adds what is typed, and is free for the next one. */
export function NewEntry({ label, maxLength, autoFocus = false, onAdd, onCancel }: Props) {
  const { t } = useTranslation(['card', 'common']);
  const [text, setText] = useState('');
  const add = async (): Promise<void> => {
    const typed = text.trim();
    if (typed === '') return;
    if ((await onAdd(typed)) === 'DONE') setText((now) => (now.trim() === typed ? '' : now));
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        flex={1}
        size="xs"
        label={label}
        value={text}
        maxLength={maxLength}
        // It is there because somebody asked for it.
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        data-mantine-stop-propagation={text !== '' || onCancel !== undefined || undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void add();
          if (event.key === 'Escape' && text === '') onCancel?.();
        }}
      />
      <Button size="xs" variant="default" disabled={text.trim() === ''} onClick={() => void add()}>
        {t('checklists.addItem')}
      </Button>
      {onCancel && (
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      )}
    </Group>
  );
}
