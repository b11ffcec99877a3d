import { ActionIcon, Checkbox, Text } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import rows from '../../shared/parts/rows.module.css';
import { type PersonFieldsFragment } from '../graphql/graphql';
import classes from './people.module.css';
import { StandingBadge } from './standing-badge';

interface Props {
  readonly person: PersonFieldsFragment;
  readonly isChosen: boolean;
  /** Nobody else can be chosen. */
  readonly isFull: boolean;
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onCorrect: (person: PersonFieldsFragment) => void;
}

/** Somebody in the list; drawn anew only when they change. */
export const PersonRow = memo(function PersonRow({ person, isChosen, isFull, onChoose, onKeyDown, onCorrect }: Props) {
  const { t } = useTranslation('enrolment');
  const { id, displayName, externalId, kind, standing } = person;
  const label = t('people.correctOf', { name: displayName });
  return (
    <li className={classes.item}>
      <Checkbox
        className={classes.chooser ?? ''}
        aria-label={t('people.choose.one', { name: displayName })}
        checked={isChosen}
        disabled={isFull && !isChosen}
        onChange={({ currentTarget }) => {
          onChoose(id, currentTarget.checked);
        }}
      />
      <Link href={`/people/${id}`} className={`${rows.row} ${classes.people}`} onKeyDown={onKeyDown}>
        <Text size="sm" fw={500} span className={classes.name ?? ''}>
          {displayName}
        </Text>
        <Text size="sm" c="dimmed" span className={classes.id ?? ''}>
          {externalId}
        </Text>
        <Text size="sm" c="dimmed" span className={classes.kind ?? ''}>
          {t(`people.kind.${kind}`)}
        </Text>
        <span className={classes.standing}>
          <StandingBadge standing={standing} />
        </span>
      </Link>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={label}
        title={label}
        onClick={() => {
          onCorrect(person);
        }}
      >
        <Pencil size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
});
