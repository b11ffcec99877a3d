import { Button } from '@mantine/core';
import { Columns3, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/empty-state';
import { ColumnForm } from './column-form';
import classes from './lanes.module.css';

/** Behind the last column. @param isFirst whether there is none yet */
export function AddColumn({ isFirst }: { readonly isFirst: boolean }) {
  const { t } = useTranslation('board');
  const [isOpen, setOpen] = useState(false);
  const button = (
    <Button
      variant={isFirst ? 'filled' : 'subtle'}
      {...(!isFirst && { color: 'gray' })}
      leftSection={<Plus size={16} aria-hidden />}
      onClick={() => setOpen(true)}
    >
      {t('columns.add')}
    </Button>
  );
  return (
    <div className={isFirst ? classes.noLanes : classes.newLane}>
      {isFirst ? (
        <EmptyState icon={Columns3} title={t('columns.none')} hint={t('columns.noneHint')}>
          {button}
        </EmptyState>
      ) : (
        button
      )}
      {isOpen && <ColumnForm onClose={() => setOpen(false)} />}
    </div>
  );
}
