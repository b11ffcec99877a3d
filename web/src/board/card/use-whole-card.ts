import { useEffect, useState } from 'react';
import { type CombinedError, useClient, useQuery } from 'urql';
import { type WholeCard } from './whole-card';
import { useBoardLive, useCard } from '../store/board-store';
import { CardEditor } from './card-editor';
import { WHOLE_CARD } from './documents';

interface ReadCard {
  readonly card: WholeCard | undefined;
  readonly error: CombinedError | undefined;
  readonly editor: CardEditor;
  readonly reload: () => void;
}

/** A card with all that the board does not show of it; read again whenever the board hears that it changed. */
export function useWholeCard(cardId: string): ReadCard {
  const client = useClient();
  const live = useBoardLive();
  const known = useCard(cardId);
  const [editor] = useState(() => new CardEditor(client, live, cardId));
  const [{ data, error }, read] = useQuery({
    query: WHOLE_CARD,
    variables: { id: cardId },
    requestPolicy: 'network-only',
  });
  const card = data?.card;
  const reload = () => {
    read({ requestPolicy: 'network-only' });
  };

  useEffect(() => {
    read({ requestPolicy: 'network-only' });
  }, [known, read]);
  useEffect(() => {
    if (card !== undefined) editor.see(card);
  }, [card, editor]);

  return { card, error, editor, reload };
}
