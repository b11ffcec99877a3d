import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../store/board-store';
import { type Held, type Mover } from './mover';
import { placeAt } from './places';

interface Props {
  readonly held: Held;
  readonly mover: Mover;
  readonly onClose: () => void;
}

/** "Move to…": a column and a position in it, for whoever does not drag (WCAG 2.2, 2.5.7). */
export function MoveDialog({ held, mover, onClose }: Props) {
  const { t } = useTranslation(['board', 'common']);
  const { columns, lanes } = useBoard();
  const from = [...lanes].find(([, lane]) => lane.some(({ id }) => id === held.cardId))?.[0];
  const [columnId, setColumnId] = useState(from ?? columns[0]?.id ?? '');
  const [position, setPosition] = useState('1');
  const others = (lanes.get(columnId) ?? []).filter(({ id }) => id !== held.cardId);
  const refusal = mover.refusal(held, columnId);
  const places = Array.from({ length: others.length + 1 }, (_, index) => ({
    value: `${index + 1}`,
    label: placeLabel(index, others.length, t),
  }));
  const move = () => {
    onClose();
    mover.drop(held, placeAt(columnId, Number(position) - 1, others));
  };
  return (
    <Modal opened onClose={onClose} title={t('moves.to')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack>
        <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
          {held.title}
        </Text>
        <Select
          label={t('moves.column')}
          data={columns.map(({ id, name }) => ({ value: id, label: name }))}
          value={columnId}
          onChange={(id) => {
            setColumnId(id ?? columnId);
            setPosition('1');
          }}
          allowDeselect={false}
          error={refusal}
          data-autofocus
        />
        <Select
          label={t('moves.position')}
          data={places}
          value={position}
          onChange={(value) => setPosition(value ?? '1')}
          allowDeselect={false}
          searchable={places.length > 12}
        />
        <Button onClick={move} disabled={refusal !== undefined}>
          {t('moves.move')}
        </Button>
      </Stack>
    </Modal>
  );
}

type T = ReturnType<typeof useTranslation<['board', 'common']>>['t'];

function placeLabel(index: number, last: number, t: T): string {
  if (index === 0) return t('moves.top', { position: 1 });
  return index === last ? t('moves.bottom', { position: index + 1 }) : `${index + 1}`;
}
