import { Alert, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/parts/use-format';
import { useNow } from '../../shared/parts/use-now';
import { fromField, inDays, toField } from './local-time';
import { useOpenCard } from './open-card';
import { Section } from './section';

/** In the time zone of who looks; kept as a moment. */
export function DueDate() {
  const { t } = useTranslation('card');
  const format = useFormat();
  const now = useNow(20_000);
  const { card, canEdit } = useOpenCard();
  const [isEditing, setIsEditing] = useState(false);
  const { dueAt } = card;
  return (
    <Section
      title={t('due.title')}
      action={
        canEdit &&
        !isEditing && (
          <Button variant="default" size="compact-xs" aria-label={t('due.change')} onClick={() => setIsEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      {dueAt === null ? (
        <Text size="sm" c="dimmed">
          {t('due.none')}
        </Text>
      ) : (
        <Group gap="xs">
          <Text size="sm" component="time" dateTime={dueAt}>
            {format.short(dueAt)}
          </Text>
          {Date.parse(dueAt) < now && <Badge color="red">{t('due.late')}</Badge>}
        </Group>
      )}
      {isEditing && canEdit && <Editing onDone={() => setIsEditing(false)} />}
    </Section>
  );
}

function Editing({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['card', 'common']);
  const format = useFormat();
  const { card, editor } = useOpenCard();
  const [base, setBase] = useState(card.dueAt);
  const [value, setValue] = useState(toField(card.dueAt));
  const isOvertaken = card.dueAt !== base;

  const save = async (dueAt: string | null, over = base): Promise<void> => {
    const edited = await editor.edit(
      (seen) => (seen.dueAt === over ? { kind: 'CARD', fields: { dueAt } } : 'CONFLICT'),
      t('done.due'),
    );
    if (edited === 'DONE') onDone();
  };
  const saveTyped = (over = base) => void save(fromField(value), over);

  return (
    <Stack gap="xs">
      <TextInput
        type="datetime-local"
        label={t('due.field', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
        value={value}
        data-mantine-stop-propagation
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && value !== '' && !isOvertaken) saveTyped();
          if (key === 'Escape') onDone();
        }}
      />
      <Group gap={6}>
        {([0, 1, 7] as const).map((days) => (
          <Button key={days} size="compact-xs" variant="default" onClick={() => setValue(toField(inDays(days)))}>
            {t(days === 0 ? 'due.today' : days === 1 ? 'due.tomorrow' : 'due.week')}
          </Button>
        ))}
      </Group>
      {isOvertaken && (
        <Alert color="yellow" role="alert" title={t('conflict.title')}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm">
              {t('conflict.now')} {card.dueAt === null ? t('due.none') : format.short(card.dueAt)}
            </Text>
            <Button
              size="xs"
              disabled={value === ''}
              onClick={() => {
                setBase(card.dueAt);
                saveTyped(card.dueAt);
              }}
            >
              {t('conflict.mine')}
            </Button>
            <Button size="xs" variant="default" onClick={onDone}>
              {t('conflict.theirs')}
            </Button>
          </Stack>
        </Alert>
      )}
      <Group gap="xs">
        {!isOvertaken && (
          <Button size="xs" disabled={value === ''} onClick={() => saveTyped()}>
            {t('common:save')}
          </Button>
        )}
        {card.dueAt !== null && !isOvertaken && (
          <Button size="xs" variant="default" onClick={() => void save(null)}>
            {t('due.remove')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
