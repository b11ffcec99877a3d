import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCard } from '../open-card';
import { useTyped } from '../use-typed';
import { useCommenting } from './use-commenting';

/** What is typed stays until it is sent, whatever is closed meanwhile. */
export function NewComment() {
  const { t } = useTranslation('card');
  const { card } = useOpenCard();
  const { add } = useCommenting();
  const typed = useTyped(`${card.id}:comment`, '');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [isSending, setIsSending] = useState(false);
  const text = typed.draft?.text ?? '';

  const send = async (): Promise<void> => {
    if (text.trim() === '' || isSending) return;
    setIsSending(true);
    const edited = await add(text.trim(), key);
    setIsSending(false);
    if (edited !== 'DONE') return;
    setKey(crypto.randomUUID());
    typed.stop();
  };

  return (
    <Stack gap="xs" align="flex-start">
      <Textarea
        w="100%"
        label={t('comments.write')}
        value={text}
        maxLength={5_000}
        autosize
        minRows={2}
        maxRows={12}
        data-mantine-stop-propagation={text !== '' || undefined}
        onChange={({ currentTarget }) => typed.type(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      <Button size="xs" loading={isSending} disabled={text.trim() === ''} onClick={() => void send()}>
        {t('comments.send')}
      </Button>
    </Stack>
  );
}
