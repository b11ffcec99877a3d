import { Button, Textarea } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { type CreateCardInput } from '../graphql/graphql';
import { CREATE_CARD } from '../store/documents';
import { type ColumnState, useBoardLive } from '../store/board-store';
import classes from './lanes.module.css';

interface Props {
  readonly column: ColumnState;
  readonly isFull: boolean;
}

/** A field for a title at the foot of a column: Enter makes a card and waits for the next one. */
export function QuickAdd({ column, isFull }: Props) {
  const { t } = useTranslation('board');
  const [isOpen, setOpen] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    flushSync(() => setOpen(false));
    // Unless somebody has gone on to something else.
    if (document.activeElement === document.body) button.current?.focus();
  };
  useEffect(() => {
    if (isOpen) foot.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isOpen]);
  return (
    <div className={classes.foot} ref={foot}>
      {isOpen ? (
        <NewCard column={column} onClose={close} />
      ) : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          fullWidth
          justify="flex-start"
          leftSection={<Plus size={16} aria-hidden />}
          data-new-card
          ref={button}
          disabled={isFull}
          // At once: whoever pressed a key goes on typing.
          onClick={() => flushSync(() => setOpen(true))}
        >
          {t(isFull ? 'lanes.fullForNew' : 'lanes.addCard')}
        </Button>
      )}
    </div>
  );
}

function NewCard({ column, onClose }: { readonly column: ColumnState; readonly onClose: () => void }) {
  const { t } = useTranslation('board');
  const live = useBoardLive();
  const field = useRef<HTMLTextAreaElement>(null);
  // Somebody has just asked for it.
  useEffect(() => field.current?.focus(), []);
  const [title, setTitle] = useState('');
  // Sent again after a network fault, it makes no second one.
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const client = useClient();
  const [isSending, setSending] = useState(false);

  const create = async (input: CreateCardInput): Promise<boolean> => {
    const { data, error } = await client.mutation(CREATE_CARD, { input });
    if (error === undefined) return live.take(data!.createCard, t('lanes.created'));
    live.say({ kind: 'FAILED', error });
    return false;
  };
  const submit = async () => {
    if (title.trim() === '' || isSending) return;
    const input = { columnId: column.id, title: title.trim(), idempotencyKey };
    setSending(true);
    const isDone = await live.inTurn(() => create(input));
    setSending(false);
    if (!isDone) return;
    setTitle('');
    setKey(crypto.randomUUID());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };
  return (
    <Textarea
      aria-label={t('lanes.newCardIn', { column: column.name })}
      placeholder={t('lanes.newCardHint')}
      autosize
      maxRows={6}
      maxLength={200}
      value={title}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={() => {
        if (title.trim() === '') onClose();
      }}
      ref={field}
    />
  );
}
