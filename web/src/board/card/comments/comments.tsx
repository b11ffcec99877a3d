import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../card.module.css';
import { useOpenCard } from '../open-card';
import { Section } from '../section';
import { Comment } from './comment';
import { NewComment } from './new-comment';
import { useCommenting } from './use-commenting';

/** What was said on the card, the oldest first, and what one has deleted oneself. */
export function Comments() {
  const { t } = useTranslation('card');
  const { card, canEdit } = useOpenCard();
  return (
    <Section title={t('comments.title')}>
      <Stack>
        {card.comments.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('comments.none')}
          </Text>
        )}
        <ul className={classes.plain} aria-label={t('comments.title')}>
          {card.comments.map((comment) => (
            <Comment key={comment.id} comment={comment} />
          ))}
        </ul>
        {canEdit && <NewComment />}
        {canEdit && card.deletedComments.length > 0 && <Deleted />}
      </Stack>
    </Section>
  );
}

function Deleted() {
  const { t } = useTranslation('card');
  const { card } = useOpenCard();
  const { restore } = useCommenting();
  return (
    <Stack component="details" gap="xs">
      <Text component="summary" size="sm" c="dimmed" style={{ cursor: 'pointer' }}>
        {t('comments.deletedByMe', { count: card.deletedComments.length })}
      </Text>
      <ul className={classes.plain}>
        {card.deletedComments.map(({ id, body }) => (
          <li key={id}>
            <Group gap="xs" wrap="nowrap" justify="space-between" py={4}>
              <Text size="sm" c="dimmed" truncate>
                {body}
              </Text>
              <Button size="compact-xs" variant="default" onClick={() => void restore(id)}>
                {t('comments.restore')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
