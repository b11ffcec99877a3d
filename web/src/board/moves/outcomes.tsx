import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../shared/api/problem';
import { useCardTitle } from '../card/card-title';
import { useUndoKey } from '../keys/use-keys';
import { useBoardLive } from '../store/board-store';
import { type Outcome, type Undoable } from '../store/outcome';

/** How long a chance to undo stands there; Ctrl+Z works for longer. */
const UNDO_MS = 10_000;

/** Says in a corner what came of what was done, with a way to take it back. */
export function Outcomes() {
  const { t } = useTranslation('board');
  const live = useBoardLive();
  const words = useWords();
  const say = useEffectEvent((outcome: Outcome) => {
    if (outcome.kind === 'LOST') return;
    if (outcome.kind === 'DONE') {
      showDone(outcome.done, outcome.undoable, live.undo, t('outcomes.undo'));
      return;
    }
    const isGood = outcome.kind === 'UNDONE' || outcome.kind === 'RECONNECTED';
    notifications.show({
      message: words(outcome),
      color: isGood ? 'teal' : 'red',
      role: isGood ? 'status' : 'alert',
      ...(!isGood && { autoClose: 10_000 }),
    });
  });
  useEffect(() => live.hear((outcome) => say(outcome)), [live]);
  useUndoKey(() => {
    void live.undo().then((wasSomething) => {
      if (!wasSomething) notifications.show({ message: t('outcomes.nothingToUndo'), role: 'status' });
    });
  });
  return null;
}

/** The one that stands there now. */
let shownId: string | undefined;

/** One at a time: the next one takes its place, and stands there for as long. */
function showDone(
  done: string,
  undoable: Undoable | undefined,
  undo: (undoable: Undoable) => Promise<unknown>,
  label: string,
): void {
  if (shownId !== undefined) notifications.hide(shownId);
  if (undoable === undefined) {
    notifications.show({ message: done, color: 'teal', role: 'status' });
    return;
  }
  const takeBack = () => {
    notifications.hide(id);
    void undo(undoable);
  };
  const id = notifications.show({
    color: 'teal',
    role: 'status',
    autoClose: UNDO_MS,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">{done}</Text>
        <Button size="compact-sm" variant="light" onClick={takeBack}>
          {label}
        </Button>
      </Group>
    ),
  });
  shownId = id;
}

/** Whatever came of something, in words for who did it. */
function useWords(): (outcome: Exclude<Outcome, { kind: 'DONE' | 'LOST' }>) => string {
  const { t } = useTranslation(['board', 'common']);
  const live = useBoardLive();
  const titleOf = useCardTitle();
  const columnName = (id: string) => live.shown().columns.find((column) => column.id === id)?.name ?? '';
  return (outcome) => {
    switch (outcome.kind) {
      case 'UNDONE':
        return t('outcomes.undone', { done: outcome.done });
      case 'CONFLICT': {
        const { columnId, position } = outcome.card;
        const title = titleOf(outcome.card);
        if (position === null) return t('outcomes.conflictGone', { title });
        return t('outcomes.conflict', { title, column: columnName(columnId) });
      }
      case 'REFUSED':
        return t(`outcomes.refused.${outcome.reason}`);
      case 'COLUMN_REFUSED':
        return t(`outcomes.columnRefused.${outcome.reason}`, { count: outcome.cards ?? 0 });
      case 'FULL':
        return t('moves.full', { ...outcome, column: columnName(outcome.columnId) });
      case 'FAILED':
        return t('outcomes.failed', { problem: t(`common:problem.${problemOf(outcome.error)}`) });
      case 'RECONNECTED':
        return t('outcomes.reconnected', { count: outcome.changes });
    }
  };
}
