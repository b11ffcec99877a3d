import { ActionIcon, Box, Group, Modal, VisuallyHidden } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCardTitle } from './card-title';
import { useOpenCard } from './open-card';
import { Typing } from './typing';
import { useTyped } from './use-typed';

/** What the card is called. */
export function Title() {
  const { t } = useTranslation(['card', 'common']);
  const { card, editor, canEdit } = useOpenCard();
  const shown = useCardTitle()(card);
  const typed = useTyped(`${card.id}:title`, card.title);
  useDocumentTitle(`${shown} · ${t('common:brand')}`);

  if (typed.draft === undefined || !canEdit)
    return (
      <Group gap="xs" wrap="nowrap" align="flex-start" flex={1} miw={0}>
        <Modal.Title fw={600} fz="lg" style={{ overflowWrap: 'anywhere' }}>
          {shown}
        </Modal.Title>
        {canEdit && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('editTitle')}
            title={t('editTitle')}
            onClick={() => typed.start(shown)}
          >
            <Pencil size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    );
  return (
    <Box flex={1} miw={0} pr="md">
      <VisuallyHidden>
        <Modal.Title>{shown}</Modal.Title>
      </VisuallyHidden>
      <Typing
        label={t('title')}
        typed={typed}
        live={card.title}
        maxLength={200}
        onSave={(title, base) =>
          editor.edit(
            (seen) => (seen.title === base ? { kind: 'CARD', fields: { title } } : 'CONFLICT'),
            t('done.title'),
          )
        }
      />
    </Box>
  );
}
