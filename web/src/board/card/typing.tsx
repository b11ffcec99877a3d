import { Alert, Button, Group, ScrollArea, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Edited } from './card-editor';
import { focusOnMount } from './focus-on-mount';
import { type Typed } from './use-typed';

interface Props {
  readonly label: string;
  readonly typed: Typed;
  /** What stands there now. */
  readonly live: string;
  readonly maxLength: number;
  readonly isLong?: boolean;
  /** Whether nothing is a good answer. */
  readonly mayBeEmpty?: boolean;
  readonly description?: string;
  /** Instead of the field, such as how it will look. */
  readonly instead?: ReactNode;
  /** @param base what it replaces */
  readonly onSave: (text: string, base: string) => Promise<Edited>;
}

/** Where a text is typed, and what to do when somebody else has changed it meanwhile. */
export function Typing({ label, typed, live, maxLength, isLong = false, mayBeEmpty = false, ...props }: Props) {
  const { t } = useTranslation(['card', 'common']);
  const [isSaving, setIsSaving] = useState(false);
  const text = typed.draft?.text ?? '';
  const isGood = mayBeEmpty || text.trim() !== '';

  const save = async (base: string): Promise<void> => {
    if (!isGood) return;
    setIsSaving(true);
    const edited = await props.onSave(text.trim(), base);
    setIsSaving(false);
    if (edited === 'DONE') typed.stop();
  };
  const saveTyped = () => void save(typed.draft?.base ?? live);

  const field = {
    label,
    description: props.description,
    value: text,
    maxLength,
    // Escape is for what is typed here, not for the dialog around it.
    'data-mantine-stop-propagation': true,
    ref: focusOnMount,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      typed.type(currentTarget.value);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (!typed.isOvertaken) saveTyped();
      }
      if (event.key === 'Escape' && text === typed.draft?.base) typed.stop();
    },
  };
  return (
    <Stack gap="xs">
      {props.instead ?? (isLong ? <Textarea {...field} autosize minRows={3} maxRows={20} /> : <TextInput {...field} />)}
      {typed.isOvertaken ? (
        <Overtaken
          live={live}
          isSaving={isSaving}
          onMine={() => {
            typed.overrule();
            void save(live);
          }}
          onTheirs={typed.stop}
        />
      ) : (
        <Group gap="xs">
          <Button size="xs" loading={isSaving} disabled={!isGood} onClick={saveTyped}>
            {t('common:save')}
          </Button>
          <Button size="xs" variant="default" onClick={typed.stop}>
            {t('common:cancel')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface OvertakenProps {
  readonly live: string;
  readonly isSaving: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

function Overtaken({ live, isSaving, onMine, onTheirs }: OvertakenProps) {
  const { t } = useTranslation('card');
  return (
    <Alert color="yellow" role="alert" icon={<TriangleAlert aria-hidden />} title={t('conflict.title')}>
      <Stack gap="xs">
        <Text size="sm">{t('conflict.now')}</Text>
        <ScrollArea.Autosize mah={160}>
          <Text size="sm" fs="italic" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {live === '' ? t('conflict.empty') : live}
          </Text>
        </ScrollArea.Autosize>
        <Group gap="xs">
          <Button size="xs" loading={isSaving} onClick={onMine}>
            {t('conflict.mine')}
          </Button>
          <Button size="xs" variant="default" onClick={onTheirs}>
            {t('conflict.theirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
