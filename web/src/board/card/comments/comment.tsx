import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { When } from '../../../shared/parts/when';
import { useUser } from '../../../shared/session/session-context';
import { type CommentFieldsFragment } from '../../graphql/graphql';
import { Markdown } from '../markdown';
import { useOpenCard } from '../open-card';
import { useNameOf } from '../people';
import { Typing } from '../typing';
import { useTyped } from '../use-typed';
import { useCommenting } from './use-commenting';

/** Changed and deleted by who wrote it. */
export function Comment({ comment }: { readonly comment: CommentFieldsFragment }) {
  const { t } = useTranslation('card');
  const nameOf = useNameOf();
  const { canEdit } = useOpenCard();
  const me = useUser().id;
  const { edit, remove } = useCommenting();
  const { id, authorId, body, createdAt, editedAt } = comment;
  const typed = useTyped(id, body);
  const isMine = authorId === me && canEdit;
  return (
    <li>
      <Stack gap={4} py="xs">
        <Group gap="xs" mih={28}>
          <Text size="sm" fw={600}>
            {nameOf(authorId)}
          </Text>
          <Text size="xs" c="dimmed">
            <When at={createdAt} />
            {editedAt !== null && ` · ${t('comments.edited')}`}
          </Text>
          {isMine && typed.draft === undefined && (
            <Group gap={0}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('comments.edit')}
                title={t('comments.edit')}
                onClick={() => typed.start()}
              >
                <Pencil size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('comments.delete')}
                title={t('comments.delete')}
                onClick={() => void remove(id)}
              >
                <Trash2 size={14} aria-hidden />
              </ActionIcon>
            </Group>
          )}
        </Group>
        {isMine && typed.draft !== undefined ? (
          <Typing
            label={t('comments.body')}
            typed={typed}
            live={body}
            maxLength={5_000}
            isLong
            onSave={(text, base) => (base === body ? edit(comment, text) : Promise.resolve('CONFLICT'))}
          />
        ) : (
          <Markdown text={body} />
        )}
      </Stack>
    </li>
  );
}
