import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Edited } from '../card-editor';
import { focusOnMount } from '../focus-on-mount';

interface Props {
  readonly label: string;
  readonly maxLength: number;
  /** Whether somebody just asked for it. */
  readonly isAskedFor?: boolean;
  readonly onAdd: (text: string) => Promise<Edited>;
  readonly onCancel?: () => void;
}

/** A field that adds what is typed, and is free for the next one. */
export function NewEntry({ label, maxLength, isAskedFor = false, onAdd, onCancel }: Props) {
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
        {...(isAskedFor && { ref: focusOnMount })}
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
