import { ActionIcon, Menu } from '@mantine/core';
import { Archive, ArrowLeft, ArrowRight, Ellipsis, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnState, useBoard } from '../store/board-store';
import { ColumnForm } from './column-form';
import { useColumnActions } from './use-column-actions';

/** What an administrator does with a column. */
export function ColumnMenu({ column }: { readonly column: ColumnState }) {
  const { t } = useTranslation('board');
  const { columns } = useBoard();
  const actions = useColumnActions();
  const [isEditing, setEditing] = useState(false);
  const index = columns.findIndex(({ id }) => id === column.id);
  const about = t('columns.menu', { column: column.name });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={about} title={about}>
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
            {t('columns.change')}
          </Menu.Item>
          <Menu.Item
            leftSection={<ArrowLeft size={16} aria-hidden />}
            disabled={index <= 0}
            onClick={() => void actions.move(column, -1)}
          >
            {t('columns.left')}
          </Menu.Item>
          <Menu.Item
            leftSection={<ArrowRight size={16} aria-hidden />}
            disabled={index === columns.length - 1}
            onClick={() => void actions.move(column, 1)}
          >
            {t('columns.right')}
          </Menu.Item>
          <Menu.Item leftSection={<Archive size={16} aria-hidden />} onClick={() => void actions.archive(column)}>
            {t('columns.archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isEditing && <ColumnForm column={column} onClose={() => setEditing(false)} />}
    </>
  );
}
