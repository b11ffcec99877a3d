import { ActionIcon, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../card.module.css';
import { useOpenCard } from '../open-card';
import { Typing } from '../typing';
import { useTyped } from '../use-typed';
import { addItem, type ChecklistState, type ItemState, removeList, renameList } from './changing';
import { ChecklistItem } from './checklist-item';
import { NewEntry } from './new-entry';
import { useChangeChecklists } from './use-change-checklists';

/** A list of things to tick, in an order of their own. */
export function Checklist({ checklist }: { readonly checklist: ChecklistState }) {
  const { t } = useTranslation('card');
  const { card, canEdit } = useOpenCard();
  const change = useChangeChecklists();
  const [said, setSaid] = useState('');
  const [edited, setEdited] = useState<ItemState>();
  const { id, title, items } = checklist;
  const typed = useTyped(`${card.id}:${id}`, title);
  // What somebody types over stays, also when somebody else removes it meanwhile.
  const isLost = edited !== undefined && !items.some((item) => item.id === edited.id);
  const shown = isLost ? [...items, edited] : items;
  const done = items.filter((item) => item.done).length;
  return (
    <Stack gap={6}>
      {typed.draft !== undefined && canEdit ? (
        <Typing
          label={t('checklists.name')}
          typed={typed}
          live={title}
          maxLength={80}
          onSave={(text, base) => change(renameList(id, text, base))}
        />
      ) : (
        <Group gap={4} wrap="nowrap">
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Text>
          {canEdit && (
            <>
              <Tool label={t('checklists.edit', { text: title })} icon={Pencil} onClick={() => typed.start()} />
              <Tool
                label={t('checklists.remove', { text: title })}
                icon={X}
                onClick={() => void change(removeList(id))}
              />
            </>
          )}
        </Group>
      )}
      {items.length > 0 && <Progress value={(done / items.length) * 100} size="sm" aria-label={title} />}
      <ul className={classes.plain} aria-label={title}>
        {shown.map((item, index) => (
          <ChecklistItem
            key={item.id}
            checklist={checklist}
            item={item}
            place={index + 1}
            isLost={isLost && item === edited}
            onSay={setSaid}
            onEdit={setEdited}
          />
        ))}
      </ul>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {canEdit && (
        <NewEntry
          label={t('checklists.newItem', { list: title })}
          maxLength={200}
          onAdd={(text) => change(addItem(id, text))}
        />
      )}
    </Stack>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: typeof Pencil;
  readonly onClick: () => void;
}

const Tool = ({ label, icon: Icon, onClick }: ToolProps) => (
  <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} title={label} onClick={onClick}>
    <Icon size={14} aria-hidden />
  </ActionIcon>
);
