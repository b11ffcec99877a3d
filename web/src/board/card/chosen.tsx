import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../shared/session/session-context';
import { useBoard } from '../store/board-store';
import { type Edited } from './card-editor';
import { Choosing } from './choosing';
import { LabelBadge } from './label-badge';
import { useOpenCard } from './open-card';
import { useNameOf } from './people';
import { Section } from './section';

type Part = 'labelIds' | 'assigneeIds';

/** Puts one on the card or takes it away, and leaves the others as they are by then. */
function useChoose(part: Part, done: string): (id: string, isOn: boolean) => Promise<Edited> {
  const { editor } = useOpenCard();
  return (id, isOn) =>
    editor.edit((seen) => {
      const others = seen[part].filter((other) => other !== id);
      return { kind: 'CARD', fields: { [part]: isOn ? [...others, id] : others } };
    }, done);
}

export function Labels() {
  const { t } = useTranslation('card');
  const { card } = useOpenCard();
  const { labels } = useBoard();
  const choose = useChoose('labelIds', t('done.labels'));
  const chosen = card.labelIds.flatMap((id) => labels.get(id) ?? []);
  const options = [...labels.values()].map((label) => ({ id: label.id, shown: <LabelBadge label={label} /> }));
  return (
    <Section
      title={t('labels')}
      action={
        <Pen
          label={t('changeLabels')}
          options={options}
          none={t('noneToChoose')}
          chosen={card.labelIds}
          onChoose={choose}
        />
      }
    >
      {chosen.length > 0 ? (
        <Group gap={6}>
          {chosen.map((label) => (
            <LabelBadge key={label.id} label={label} />
          ))}
        </Group>
      ) : (
        <Nothing text={t('noLabels')} />
      )}
    </Section>
  );
}

export function Assignees() {
  const { t } = useTranslation('card');
  const { card, canEdit } = useOpenCard();
  const { members } = useBoard();
  const me = useUser().id;
  const nameOf = useNameOf();
  const choose = useChoose('assigneeIds', t('done.assignees'));
  const canBeMine = canEdit && members.get(me)?.assignable === true && !card.assigneeIds.includes(me);
  const options = [...members.values()]
    .filter(({ id, assignable }) => assignable || card.assigneeIds.includes(id))
    .map(({ id, displayName, assignable }) => ({
      id,
      shown: assignable ? displayName : `${displayName} (${t('notAssignable')})`,
    }));
  return (
    <Section
      title={t('assignees')}
      action={
        <Pen
          label={t('changeAssignees')}
          options={options}
          none={t('nobody')}
          chosen={card.assigneeIds}
          onChoose={choose}
        />
      }
    >
      {card.assigneeIds.length > 0 ? (
        <Group gap={6}>
          {card.assigneeIds.map((id) => (
            <Badge key={id} variant="default" tt="none" maw="100%">
              {nameOf(id)}
            </Badge>
          ))}
        </Group>
      ) : (
        <Nothing text={t('nobody')} />
      )}
      {canBeMine && (
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => void choose(me, true)}
        >
          {t('assignMe')}
        </Button>
      )}
    </Section>
  );
}

const Nothing = ({ text }: { readonly text: string }) => (
  <Text size="sm" c="dimmed">
    {text}
  </Text>
);

/** Opens a choice; there for who may change the card. */
function Pen({ label, ...choosing }: Omit<ComponentProps<typeof Choosing>, 'target'>) {
  const { canEdit } = useOpenCard();
  if (!canEdit) return null;
  const target = (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label}>
      <Pencil size={16} aria-hidden />
    </ActionIcon>
  );
  return <Choosing label={label} target={target} {...choosing} />;
}
