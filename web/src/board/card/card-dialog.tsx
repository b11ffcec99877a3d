import { lazy, Suspense } from 'react';

interface Props {
  readonly cardId: string;
  readonly onClose: () => void;
}

/** Comes after the board: nobody waits for it who only looks at the columns. */
const Dialog = lazy(async () => ({ default: (await import('./dialog')).Dialog }));

/** A card whole. */
export const CardDialog = ({ cardId, onClose }: Props) => (
  <Suspense>
    <Dialog key={cardId} cardId={cardId} onClose={onClose} />
  </Suspense>
);
