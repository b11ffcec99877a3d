import { lazy, Suspense, useEffect } from 'react';
import { linkOf } from '../lanes/elements';

interface Props {
  readonly cardId: string;
  readonly onClose: () => void;
}

/** Comes after the board: nobody waits for it who only looks at the columns. */
const Dialog = lazy(async () => ({ default: (await import('./dialog')).Dialog }));

/** A card whole. Whoever closes it is at that card in its column. */
export function CardDialog({ cardId, onClose }: Props) {
  useEffect(
    () => () => {
      // Once the dialog has let go of the focus.
      setTimeout(() => linkOf(cardId)?.focus({ preventScroll: true }));
    },
    [cardId],
  );
  return (
    <Suspense>
      <Dialog key={cardId} cardId={cardId} onClose={onClose} />
    </Suspense>
  );
}
