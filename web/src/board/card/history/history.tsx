import { Button, Group, Stack, Text } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../../../shared/parts/when';
import { type ChangeFieldsFragment } from '../../graphql/graphql';
import { useMay } from '../../abilities';
import { useBoard } from '../../store/board-store';
import classes from '../card.module.css';
import { useOpenCard } from '../open-card';
import { useNameOf } from '../people';
import { Section } from '../section';
import { changeText } from './change-text';

/** So many are shown at first. */
const FIRST = 5;

/** What became of the card, the latest first, and the way back. */
export function History() {
  const { t } = useTranslation(['card', 'common']);
  const { card } = useOpenCard();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? card.changes : card.changes.slice(0, FIRST);
  const inForce = card.changes.find(({ undone, kind }) => !undone && kind !== 'UNDONE');
  return (
    <Section title={t('history.title')}>
      <Stack gap={4}>
        <ul className={classes.plain} aria-label={t('history.title')}>
          {shown.map((change) => (
            <Change key={change.id} change={change} isLatest={change === inForce} />
          ))}
        </ul>
        <Group gap="xs" justify="space-between">
          <Text size="xs" c="dimmed">
            {t('history.kept')}
          </Text>
          {card.changes.length > shown.length && (
            <Button size="compact-xs" variant="default" onClick={() => setIsWhole(true)}>
              {t('common:more')}
            </Button>
          )}
        </Group>
      </Stack>
    </Section>
  );
}

interface Props {
  readonly change: ChangeFieldsFragment;
  readonly isLatest: boolean;
}

function Change({ change, isLatest }: Props) {
  const { t } = useTranslation('card');
  const may = useMay();
  const { editor } = useOpenCard();
  const { columns, archivedColumns } = useBoard();
  const nameOf = useNameOf();
  const column = (id: string | null): string => {
    const name = [...columns, ...archivedColumns].find((one) => one.id === id)?.name;
    return name === undefined ? t('history.lostColumn') : t('history.column', { name });
  };
  const text = changeText(change, { person: nameOf, column }, t);
  return (
    <li>
      <Group gap="xs" py={2} mih={30}>
        <Text size="sm" component={change.undone ? 's' : 'span'} style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        <Text size="xs" c="dimmed">
          <When at={change.at} />
          {change.undone && ` · ${t('history.undone')}`}
        </Text>
        {isLatest && change.undoable && may('write') && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<Undo2 size={14} aria-hidden />}
            onClick={() => void editor.undo(change.id, t('done.undone'))}
          >
            {t('history.undo')}
          </Button>
        )}
      </Group>
    </li>
  );
}
