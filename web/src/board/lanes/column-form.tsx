import { Button, Modal, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../shared/parts/use-idempotency-key';
import { type WipMode } from '../graphql/graphql';
import { type ColumnState, useBoard } from '../store/board-store';
import { useColumnActions } from './use-column-actions';

interface Props {
  /** Undefined for a new one. */
  readonly column?: ColumnState;
  readonly onClose: () => void;
}

interface Values {
  readonly name: string;
  readonly wipLimit: number | string;
  readonly wipMode: WipMode;
}

const MODES: readonly WipMode[] = ['WARN', 'BLOCK'];

/** Name and limit of a column. */
export function ColumnForm({ column, onClose }: Props) {
  const { t } = useTranslation(['board', 'common']);
  const { board } = useBoard();
  const { create, update } = useColumnActions();
  const keyOf = useIdempotencyKey();
  const [isSending, setSending] = useState(false);
  const form = useForm<Values>({
    initialValues: { name: column?.name ?? '', wipLimit: column?.wipLimit ?? '', wipMode: column?.wipMode ?? 'WARN' },
  });
  const title = t(column === undefined ? 'columns.add' : 'columns.change');

  const submit = form.onSubmit(async ({ name, wipLimit, wipMode }) => {
    const values = { name: name.trim(), wipLimit: typeof wipLimit === 'number' ? wipLimit : null, wipMode };
    setSending(true);
    const isDone = await (column === undefined
      ? create({ ...values, boardId: board.id, idempotencyKey: keyOf(values) })
      : update(column, values));
    setSending(false);
    if (isDone) onClose();
  });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t('columns.name')} required maxLength={80} data-autofocus {...form.getInputProps('name')} />
          <NumberInput
            label={t('columns.limit')}
            description={t('columns.limitAbout')}
            placeholder={t('columns.noLimit')}
            min={1}
            max={2000}
            allowDecimal={false}
            hideControls
            {...form.getInputProps('wipLimit')}
          />
          <div>
            <Text size="sm" fw={500} id="wip-mode" mb={4}>
              {t('columns.mode')}
            </Text>
            <SegmentedControl
              fullWidth
              aria-labelledby="wip-mode"
              data={MODES.map((value) => ({ value, label: t(`columns.modeOf.${value}`) }))}
              {...form.getInputProps('wipMode')}
            />
          </div>
          <Button type="submit" loading={isSending}>
            {column === undefined ? title : t('common:save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
