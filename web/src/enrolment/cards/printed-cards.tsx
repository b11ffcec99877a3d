import { createPortal } from 'react-dom';
import { CardFace } from './card-face';
import { type IssuedCard } from './issued-card';
import classes from './printed-cards.module.css';

/** What a printer gets while this is in the page, instead of the page: a card on each sheet of its size. */
export const PrintedCards = ({ cards }: { readonly cards: readonly IssuedCard[] }) =>
  createPortal(
    <div className={classes.printed} data-printed aria-hidden>
      {cards.map((card) => (
        <CardFace key={card.holder.id} card={card} />
      ))}
    </div>,
    document.body,
  );
