import { ActionIcon, Checkbox, Group } from '@mantine/core';
import { ArrowDown, ArrowUp, Pencil, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCard } from '../open-card';
import { Typing } from '../typing';
import { useExpected } from '../use-expected';
import { useTyped } from '../use-typed';
import { type ChecklistState, type ItemState, moveItem, removeItem, renameItem } from './changing';
import { useChangeChecklists } from './use-change-checklists';

interface Props {
  readonly checklist: ChecklistState;
  readonly item: ItemState;
  /** From 1. */
  readonly place: number;
  /** Somebody removed it while it was typed over. */
  readonly isLost: boolean;
  readonly onSay: (text: string) => void;
  readonly onEdit: (item: ItemState | undefined) => void;
}

/** Ticked, renamed, removed, and moved up and down by buttons, or by Alt and the arrows on its box. */
export function ChecklistItem({ checklist, item, place, isLost, onSay, onEdit }: Props) {
  const { t } = useTranslation('card');
  const { card, editor, canEdit } = useOpenCard();
  const change = useChangeChecklists();
  /** What was pressed to move it. */
  const moved = useRef<HTMLElement>(null);
  const typed = useTyped(`${card.id}:${item.id}`, item.text);
  const [isTicked, expectTicked] = useExpected(item.done);
  const total = checklist.items.length;
  const { text } = item;
  const start = () => {
    typed.start();
    onEdit(item);
  };

  // Once it is there: what goes elsewhere in the document loses the focus.
  const arrive = useEffectEvent(() => {
    if (moved.current === null) return;
    moved.current.focus();
    moved.current = null;
    onSay(t('checklists.moved', { text, place, total }));
  });
  useEffect(() => {
    arrive();
  }, [place]);

  const move = async (by: -1 | 1): Promise<void> => {
    const isPossible = by === -1 ? place > 1 : place < total;
    if (!isPossible) return;
    const { activeElement } = document;
    moved.current = activeElement instanceof HTMLElement ? activeElement : null;
    if ((await change(moveItem(checklist.id, item.id, by))) !== 'DONE') moved.current = null;
  };

  if (typed.draft !== undefined && canEdit)
    return (
      <li>
        <Typing
          label={t('checklists.edit', { text })}
          {...(isLost && { description: t('checklists.gone') })}
          typed={{
            ...typed,
            stop: () => {
              typed.stop();
              onEdit(undefined);
            },
          }}
          live={text}
          maxLength={200}
          onSave={(next, base) => change(renameItem(checklist.id, item.id, next, base))}
        />
      </li>
    );
  return (
    <li>
      <Group gap={4} wrap="nowrap" align="flex-start" py={2}>
        <Checkbox
          flex={1}
          miw={0}
          size="sm"
          label={text}
          checked={isTicked}
          disabled={!canEdit}
          styles={{ label: { overflowWrap: 'anywhere' } }}
          onChange={({ currentTarget: { checked } }) =>
            expectTicked(editor.tick(item.id, checked, t(checked ? 'done.tick' : 'done.untick')))
          }
          onKeyDown={(event) => {
            const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
            if (!event.altKey || by === undefined) return;
            event.preventDefault();
            void move(by === -1 ? -1 : 1);
          }}
        />
        {canEdit && (
          <Group gap={0} wrap="nowrap">
            <Tool
              label={t('checklists.up', { text })}
              icon={ArrowUp}
              isOff={place === 1}
              onClick={() => void move(-1)}
            />
            <Tool
              label={t('checklists.down', { text })}
              icon={ArrowDown}
              isOff={place === total}
              onClick={() => void move(1)}
            />
            <Tool label={t('checklists.edit', { text })} icon={Pencil} onClick={start} />
            <Tool
              label={t('checklists.remove', { text })}
              icon={X}
              onClick={() => void change(removeItem(checklist.id, item.id))}
            />
          </Group>
        )}
      </Group>
    </li>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: typeof Pencil;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}

/** One that can do nothing now keeps the focus: `aria-disabled`, and not `disabled`. */
const Tool = ({ label, icon: Icon, isOff = false, onClick }: ToolProps) => (
  <ActionIcon
    variant="subtle"
    color="gray"
    size="sm"
    aria-label={label}
    title={label}
    {...(isOff ? { 'aria-disabled': true, 'data-disabled': true } : { onClick })}
  >
    <Icon size={14} aria-hidden />
  </ActionIcon>
);
