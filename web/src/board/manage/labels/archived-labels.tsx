import { Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useConfirm } from '../../../shared/parts/use-confirm';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { useMay } from '../../abilities';
import classes from '../../card/card.module.css';
import { LabelBadge } from '../../card/label-badge';
import { type LabelState, useBoard } from '../../store/board-store';
import { ARCHIVED_LABELS, DELETE_LABEL, SET_LABEL_ARCHIVED } from '../documents';
import { PutAwayActions } from '../put-away-actions';
import { usePerform } from '../use-perform';
import { useReloadWithBoard } from '../use-reload-with-board';

/** They can be brought back, or deleted for good. */
export function ArchivedLabels() {
  const { t } = useTranslation('card');
  const { board } = useBoard();
  const [{ data, error }, read] = useQuery({
    query: ARCHIVED_LABELS,
    variables: { boardId: board.id },
    requestPolicy: 'network-only',
  });
  const reload = () => {
    read({ requestPolicy: 'network-only' });
  };
  useReloadWithBoard(reload);
  if (error !== undefined) return <ProblemAlert error={error} onRetry={reload} />;
  const labels = data?.archivedLabels ?? [];
  if (labels.length === 0) return null;
  return (
    <Stack component="section" gap={4} aria-label={t('manage.archivedLabels')}>
      <Title order={3} size="h6">
        {t('manage.archivedLabels')}
      </Title>
      <ul className={classes.plain}>
        {labels.map((label) => (
          <Archived key={label.id} label={label} onChange={reload} />
        ))}
      </ul>
    </Stack>
  );
}

interface Props {
  readonly label: LabelState;
  readonly onChange: () => void;
}

function Archived({ label, onChange }: Props) {
  const { t } = useTranslation('card');
  const may = useMay();
  const confirm = useConfirm();
  const { ask, performAloud } = usePerform();
  const { id, name } = label;
  const setArchived = (archived: boolean) => ask(SET_LABEL_ARCHIVED, { id, archived });

  const restore = async (): Promise<void> => {
    await performAloud(setArchived(false), t('manage.done.labelRestored', { name }), setArchived(true));
    onChange();
  };
  const remove = async (): Promise<void> => {
    await performAloud(ask(DELETE_LABEL, { id }), t('manage.deleted'));
    onChange();
  };

  const askAndRemove = () => {
    confirm({
      title: t('manage.deleteTitle', { name }),
      body: t('manage.deleteLabelBody'),
      yes: t('manage.deleteForGood'),
      onYes: () => void remove(),
    });
  };

  return (
    <li>
      <Group justify="space-between" wrap="nowrap" py={4}>
        <LabelBadge label={label} />
        {may('manage') && <PutAwayActions name={name} onRestore={() => void restore()} onDelete={askAndRemove} />}
      </Group>
    </li>
  );
}
