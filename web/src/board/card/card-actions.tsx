import { Button, Stack, Text } from '@mantine/core';
import { Archive, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ARCHIVE_CARD, TRASH_CARD } from './documents';
import { useOpenCard } from './open-card';

/** What takes the card off the board. Both can be undone. */
export function CardActions({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('card');
  const { card, editor, canEdit } = useOpenCard();
  if (!canEdit) return null;
  if (card.review !== null && card.review.decision === null)
    return (
      <Text size="sm" c="dimmed">
        {t('reviewFirst')}
      </Text>
    );
  const leave = async (document: typeof ARCHIVE_CARD | typeof TRASH_CARD, done: string): Promise<void> => {
    if ((await editor.act(document, done)) === 'DONE') onClose();
  };
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        size="xs"
        leftSection={<Archive size={16} aria-hidden />}
        onClick={() => void leave(ARCHIVE_CARD, t('done.archived'))}
      >
        {t('archive')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<Trash2 size={16} aria-hidden />}
        onClick={() => void leave(TRASH_CARD, t('done.trashed'))}
      >
        {t('trash')}
      </Button>
    </Stack>
  );
}
