import { Button, Chip, Group, Input, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../../shared/parts/use-idempotency-key';
import { type LabelColour } from '../../graphql/graphql';
import { focusOnMount } from '../../card/focus-on-mount';
import { labelColour } from '../../card/label-badge';
import { type LabelState, useBoard } from '../../store/board-store';
import { CREATE_LABEL, UPDATE_LABEL } from '../documents';
import { usePerform } from '../use-perform';

const COLOURS: readonly LabelColour[] = ['GREY', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'VIOLET', 'PINK'];

interface Props {
  /** Undefined for a new one. */
  readonly label?: LabelState;
  readonly onDone: () => void;
}

/** The name and the colour of a label; colours have names too. */
export function LabelForm({ label, onDone }: Props) {
  const { t } = useTranslation(['card', 'common']);
  const [name, setName] = useState(label?.name ?? '');
  const [colour, setColour] = useState<LabelColour>(label?.colour ?? 'BLUE');
  const [problem, setProblem] = useState<string>();
  const save = useSaving(label);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const saved = await save(name.trim(), colour);
    if (saved === 'DONE') onDone();
    else setProblem(saved === 'FAILED' ? undefined : t(`manage.refused.${saved}`));
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="xs" py="xs">
        <TextInput
          label={t('manage.labelName')}
          value={name}
          maxLength={80}
          required
          ref={focusOnMount}
          error={problem}
          data-mantine-stop-propagation
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') onDone();
          }}
        />
        <Input.Wrapper label={t('manage.labelColour')} labelElement="div">
          <Chip.Group value={colour} onChange={(chosen) => setColour(chosen)}>
            <Group gap={6} mt={4} role="radiogroup" aria-label={t('manage.labelColour')}>
              {COLOURS.map((one) => (
                <Chip key={one} value={one} size="xs" color={labelColour(one)} variant="light">
                  {t(`manage.colours.${one}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        <Group gap="xs">
          <Button type="submit" size="xs" disabled={name.trim() === ''}>
            {t('common:save')}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSaving(label: LabelState | undefined) {
  const { t } = useTranslation('card');
  const { board } = useBoard();
  const { ask, perform } = usePerform();
  const keyOf = useIdempotencyKey();
  return (name: string, colour: LabelColour) => {
    if (label !== undefined) {
      const before = ask(UPDATE_LABEL, { input: { id: label.id, name: label.name, colour: label.colour } });
      const asked = ask(UPDATE_LABEL, { input: { id: label.id, name, colour } });
      return perform(asked, t('manage.done.labelChanged', { name }), before);
    }
    const input = { boardId: board.id, name, colour };
    return perform(
      ask(CREATE_LABEL, { input: { ...input, idempotencyKey: keyOf(input) } }),
      t('manage.done.labelMade', { name }),
    );
  };
}
