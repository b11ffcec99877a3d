import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Markdown } from './markdown';
import { useOpenCard } from './open-card';
import { Section } from './section';
import { Typing } from './typing';
import { useTyped } from './use-typed';

/** In Markdown. */
export function Description() {
  const { t } = useTranslation('card');
  const { card, editor, canEdit } = useOpenCard();
  const typed = useTyped(`${card.id}:description`, card.description);
  const [isPreview, setIsPreview] = useState(false);
  const isTyping = typed.draft !== undefined && canEdit;
  const isEmpty = card.description === '';

  if (!isTyping)
    return (
      <Section
        title={t('description')}
        action={
          canEdit && (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={t(isEmpty ? 'addDescription' : 'editDescription')}
              onClick={() => {
                setIsPreview(false);
                typed.start();
              }}
            >
              {t('edit')}
            </Button>
          )
        }
      >
        {isEmpty ? (
          <Text size="sm" c="dimmed">
            {t('noDescription')}
          </Text>
        ) : (
          <Markdown text={card.description} />
        )}
      </Section>
    );
  return (
    <Section title={t('description')}>
      <Stack gap="xs">
        <SegmentedControl
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          value={isPreview ? 'preview' : 'write'}
          onChange={(value) => setIsPreview(value === 'preview')}
          data={[
            { value: 'write', label: t('write') },
            { value: 'preview', label: t('preview') },
          ]}
        />
        <Typing
          label={t('description')}
          description={t('markdownHint')}
          typed={typed}
          live={card.description}
          maxLength={10_000}
          isLong
          mayBeEmpty
          instead={isPreview ? <Markdown text={typed.draft.text} /> : undefined}
          onSave={(description, base) =>
            editor.edit(
              (seen) => (seen.description === base ? { kind: 'CARD', fields: { description } } : 'CONFLICT'),
              t('done.description'),
            )
          }
        />
      </Stack>
    </Section>
  );
}
