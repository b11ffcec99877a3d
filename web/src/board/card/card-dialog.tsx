import { Suspense, useEffect } from 'react';
import { linkOf } from '../lanes/elements';
import { lazily } from '../../shared/ui/lazily';

interface Props {
  readonly cardId: string;
  readonly onClose: () => void;
}

/** Comes after the board: nobody waits for it who only looks at the columns. */
const Dialog = lazily(async () => (await import('./dialog')).Dialog);

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
