import { Button, Chip, Group, Text, TextInput } from '@mantine/core';
import { Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/parts/use-now';
import { useUser } from '../../shared/session/session-context';
import { Choosing } from '../card/choosing';
import { LabelBadge } from '../card/label-badge';
import { useBoard } from '../store/board-store';
import { chosenOf } from './address';
import classes from './filters.module.css';
import { type Filter, isEverything, matches } from './matches';
import { MAX_TEXT, useChoose, useFilter } from './use-filter';
import { useTypedText } from './use-typed-text';

/** Where the filter is chosen; `/` leads to the field with the attribute `data-filter-text`. */
export function FilterBar() {
  const { t } = useTranslation('card');
  const filter = useFilter();
  const choose = useChoose();
  const [text, setText] = useTypedText(filter.text, (typed) => choose((chosen) => ({ ...chosen, text: typed })));
  return (
    <div role="search" aria-label={t('filters.region')}>
      <div className={classes.bar}>
        <TextInput
          size="xs"
          type="search"
          className={classes.text}
          aria-label={t('filters.text')}
          placeholder={t('filters.textHint')}
          leftSection={<Search size={14} aria-hidden />}
          maxLength={MAX_TEXT}
          value={text}
          data-filter-text
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setText('');
          }}
        />
        <Chips filter={filter} />
        <Lists filter={filter} />
      </div>
      <Shown filter={filter} />
    </div>
  );
}

function Chips({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation('card');
  const choose = useChoose();
  return (
    <>
      {(['mine', 'reviews', 'waiting'] as const).map((name) => (
        <Chip
          key={name}
          size="xs"
          checked={filter[name]}
          onChange={(isOn) => choose((chosen) => ({ ...chosen, [name]: isOn }))}
        >
          {t(`filters.${name}`)}
        </Chip>
      ))}
      {(['TODAY', 'OVERDUE'] as const).map((due) => (
        <Chip
          key={due}
          size="xs"
          checked={filter.due === due}
          onChange={(isOn) => choose((chosen) => ({ ...chosen, due: isOn ? due : undefined }))}
        >
          {t(`filters.dues.${due}`)}
        </Chip>
      ))}
    </>
  );
}

function Lists({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation('card');
  const choose = useChoose();
  const { labels, members } = useBoard();
  const listWith = (ids: readonly string[], id: string, isOn: boolean) => [
    ...ids.filter((other) => other !== id),
    ...(isOn ? [id] : []),
  ];
  const lists = [
    {
      name: 'labels',
      none: t('noneToChoose'),
      options: [...labels.values()].map((label) => ({ id: label.id, shown: <LabelBadge label={label} /> })),
    },
    {
      name: 'assignees',
      none: t('nobody'),
      options: [...members.values()].map(({ id, displayName }) => ({ id, shown: displayName })),
    },
  ] as const;
  return lists.map(({ name, none, options }) => (
    <Choosing
      key={name}
      label={t(`filters.${name}`)}
      options={options}
      none={none}
      chosen={filter[name]}
      onChoose={(id, isOn) => {
        choose((chosen) => ({ ...chosen, [name]: listWith(chosen[name], id, isOn) }));
        return undefined;
      }}
      target={
        <Button
          size="compact-xs"
          variant={filter[name].length > 0 ? 'light' : 'default'}
          className={classes.list ?? ''}
        >
          {t(`filters.${name}`)}
          {filter[name].length > 0 && ` (${filter[name].length})`}
        </Button>
      }
    />
  ));
}

/** How many cards are hidden, while any may be; said to screen readers with each change. */
function Shown({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation('card');
  const choose = useChoose();
  const { lanes } = useBoard();
  const { id: me } = useUser();
  const now = useNow(30_000);
  const cards = [...lanes.values()].flat();
  const isFiltered = !isEverything(filter);
  const count = isFiltered ? cards.filter((card) => matches(card, filter, me, now)).length : cards.length;
  return (
    <Group gap="xs" role="status">
      {isFiltered && (
        <>
          <Text size="sm">{t('filters.shown', { count, hidden: cards.length - count })}</Text>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<X size={14} aria-hidden />}
            onClick={() => choose(() => chosenOf(new URLSearchParams()))}
          >
            {t('filters.clear')}
          </Button>
        </>
      )}
    </Group>
  );
}
