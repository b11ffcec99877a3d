import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCard } from '../open-card';
import { Section } from '../section';
import { addList } from './changing';
import { Checklist } from './checklist';
import { NewEntry } from './new-entry';
import { useChangeChecklists } from './use-change-checklists';

/** Every checklist of the card, with how far it is. */
export function Checklists() {
  const { t } = useTranslation('card');
  const { card, canEdit } = useOpenCard();
  const change = useChangeChecklists();
  const [isAdding, setIsAdding] = useState(false);
  const { checklistItems: total, checklistItemsDone: done } = card;
  if (card.checklists.length === 0 && !canEdit) return null;
  return (
    <Section
      title={t('checklists.title')}
      action={
        total > 0 && (
          <Text size="sm" c="dimmed">
            {t('checklists.progress', { done, total })}
          </Text>
        )
      }
    >
      <Stack>
        {card.checklists.map((checklist) => (
          <Checklist key={checklist.id} checklist={checklist} />
        ))}
        {canEdit && !isAdding && (
          <Button
            variant="default"
            size="compact-xs"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => setIsAdding(true)}
          >
            {t('checklists.add')}
          </Button>
        )}
        {canEdit && isAdding && (
          <NewEntry
            label={t('checklists.name')}
            maxLength={80}
            isAskedFor
            onAdd={async (title) => {
              const edited = await change(addList(title));
              if (edited === 'DONE') setIsAdding(false);
              return edited;
            }}
            onCancel={() => setIsAdding(false)}
          />
        )}
      </Stack>
    </Section>
  );
}
