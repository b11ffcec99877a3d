import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { Archive, Pencil, Plus, Tag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/ui/empty-state';
import { useMay } from '../../abilities';
import classes from '../../card/card.module.css';
import { LabelBadge } from '../../card/label-badge';
import { type LabelState, useBoard } from '../../store/board-store';
import { SET_LABEL_ARCHIVED } from '../documents';
import { usePerform } from '../use-perform';
import { ArchivedLabels } from './archived-labels';
import { LabelForm } from './label-form';

/** The labels of the board, and those that were archived. */
export function LabelsPlace() {
  const { t } = useTranslation('card');
  const may = useMay();
  const { labels } = useBoard();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Stack>
      {labels.size === 0 && !isAdding && (
        <EmptyState icon={Tag} title={t('manage.labelsEmpty')} hint={t('manage.labelsEmptyHint')} />
      )}
      <ul className={classes.plain} aria-label={t('manage.labels')}>
        {[...labels.values()].map((label) => (
          <Label key={label.id} label={label} />
        ))}
      </ul>
      {isAdding && <LabelForm onDone={() => setIsAdding(false)} />}
      {may('write') && !isAdding && (
        <Button
          size="xs"
          leftSection={<Plus size={16} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setIsAdding(true)}
        >
          {t('manage.newLabel')}
        </Button>
      )}
      <ArchivedLabels />
    </Stack>
  );
}

function Label({ label }: { readonly label: LabelState }) {
  const { t } = useTranslation('card');
  const may = useMay();
  const { ask, performAloud } = usePerform();
  const [isEditing, setIsEditing] = useState(false);
  const { id, name, colour } = label;
  const setArchived = (archived: boolean) => ask(SET_LABEL_ARCHIVED, { id, archived });
  if (isEditing)
    return (
      <li>
        <LabelForm label={label} onDone={() => setIsEditing(false)} />
      </li>
    );
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" py={4}>
        <Group gap="xs" miw={0}>
          <LabelBadge label={label} />
          <Text size="xs" c="dimmed">
            {t(`manage.colours.${colour}`)}
          </Text>
        </Group>
        <Group gap={0} wrap="nowrap">
          {may('write') && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('manage.editLabel', { name })}
              title={t('manage.editLabel', { name })}
              onClick={() => setIsEditing(true)}
            >
              <Pencil size={16} aria-hidden />
            </ActionIcon>
          )}
          {may('manage') && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('manage.archiveLabel', { name })}
              title={t('manage.archiveLabel', { name })}
              onClick={() =>
                void performAloud(setArchived(true), t('manage.done.labelArchived', { name }), setArchived(false))
              }
            >
              <Archive size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Group>
    </li>
  );
}
