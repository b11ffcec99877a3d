import { type TFunction } from 'i18next';
import { CalendarClock, Hourglass, ListChecks, MessageSquare, TextIcon } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { type BoardState, type CardState } from '../store/board-store';
import { initialsOf } from './initials';
import { labelColour } from './label-colours';
import classes from './lanes.module.css';

interface Props {
  readonly card: CardState;
  /** In the language of the page. */
  readonly title: string;
  readonly href: string;
  readonly labels: BoardState['labels'];
  readonly members: BoardState['members'];
  /** 0 to 3, see `ageOf`. */
  readonly age: number;
  /** The day by which it is to be done, in words. */
  readonly due: string | undefined;
  /** How long it has been in its column, in words; undefined when not for long. */
  readonly waited: string | undefined;
  readonly isLate: boolean;
  /** The one card that the Tab key comes to. */
  readonly isCurrent: boolean;
  readonly mayWrite: boolean;
  /** Of the column: a thousand cards that each listen for another language are slow. */
  readonly t: TFunction<'board'>;
}

/**
 * A card in its column. Plain elements, for there may be two thousand of them; what is done with it is heard by the board
 * (`data-*`).
 */
export const Card = memo(function Card({
  card,
  title,
  href,
  labels,
  members,
  age,
  due,
  waited,
  isLate,
  isCurrent,
  mayWrite,
  t,
}: Props) {
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li className={classes.card} data-card={card.id} data-age={age}>
      {mayWrite && <span className={classes.grip} data-handle aria-hidden />}
      <div className={classes.body}>
        {card.labelIds.length > 0 && <Labels ids={card.labelIds} labels={labels} />}
        <a
          className={classes.title}
          href={href}
          draggable={false}
          tabIndex={tabIndex}
          aria-describedby={mayWrite ? 'board-card-keys' : undefined}
        >
          {title}
        </a>
        {card.review !== null && (
          <span className={classes.review} data-decided={card.review.decision !== null}>
            {card.review.decision === null
              ? t(`lanes.cause.${card.review.cause}`)
              : t(`lanes.decision.${card.review.decision}`)}
            {` · ${card.review.checkpointName}`}
          </span>
        )}
        <Facts card={card} members={members} due={due} waited={waited} isLate={isLate} t={t} />
      </div>
      {mayWrite && (
        <button
          type="button"
          className={classes.more}
          data-action="move"
          tabIndex={tabIndex}
          aria-label={t('lanes.moveCard', { title })}
          title={t('moves.to')}
        />
      )}
    </li>
  );
});

const Labels = ({ ids, labels }: { readonly ids: readonly string[]; readonly labels: BoardState['labels'] }) => (
  <span className={classes.labels}>
    {ids.map((id) => {
      const label = labels.get(id);
      return (
        label && (
          <span key={id} className={classes.label} style={{ background: labelColour(label.colour) }} title={label.name}>
            <span className={classes.hidden}>{label.name}</span>
          </span>
        )
      );
    })}
  </span>
);

type FactsProps = Pick<Props, 'card' | 'members' | 'due' | 'waited' | 'isLate' | 't'>;

function Facts({ card, members, due, waited, isLate, t }: FactsProps) {
  const facts: ReactNode[] = [];
  if (card.dueAt !== null)
    facts.push(
      <span key="due" className={classes.fact} data-late={isLate}>
        <CalendarClock size={14} aria-hidden />
        <span className={classes.hidden}>{t(isLate ? 'lanes.wasDue' : 'lanes.due')}</span>
        <time dateTime={card.dueAt}>{due}</time>
      </span>,
    );
  if (card.checklistItems > 0)
    facts.push(
      <span key="items" className={classes.fact} data-done={card.checklistItemsDone === card.checklistItems}>
        <ListChecks size={14} aria-hidden />
        <span className={classes.hidden}>{t('lanes.items')}</span>
        {`${card.checklistItemsDone}/${card.checklistItems}`}
      </span>,
    );
  if (card.commentCount > 0)
    facts.push(
      <span key="comments" className={classes.fact}>
        <MessageSquare size={14} aria-hidden />
        <span className={classes.hidden}>{t('lanes.comments')}</span>
        {card.commentCount}
      </span>,
    );
  if (card.hasDescription)
    facts.push(
      <span key="text" className={classes.fact}>
        <TextIcon size={14} aria-hidden />
        <span className={classes.hidden}>{t('lanes.hasDescription')}</span>
      </span>,
    );
  if (waited !== undefined) facts.push(<Waited key="age" since={card.enteredAt} waited={waited} t={t} />);
  if (card.assigneeIds.length > 0)
    facts.push(
      <span key="people" className={classes.people}>
        {card.assigneeIds.map((id) => (
          <Assignee key={id} name={members.get(id)?.displayName ?? '?'} />
        ))}
      </span>,
    );
  return facts.length > 0 && <span className={classes.facts}>{facts}</span>;
}

const Assignee = ({ name }: { readonly name: string }) => (
  <span className={classes.person} title={name}>
    <span aria-hidden>{initialsOf(name)}</span>
    <span className={classes.hidden}>{name}</span>
  </span>
);

interface WaitedProps {
  readonly since: string;
  readonly waited: string;
  readonly t: Props['t'];
}

const Waited = ({ since, waited, t }: WaitedProps) => (
  <time className={classes.fact} dateTime={since} title={t('lanes.inColumn')}>
    <Hourglass size={14} aria-hidden />
    <span className={classes.hidden}>{t('lanes.inColumn')} </span>
    {waited}
  </time>
);
