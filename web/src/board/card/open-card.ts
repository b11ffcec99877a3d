import { createContext, use } from 'react';
import { type WholeCard } from './whole-card';
import { type CardEditor } from './card-editor';

interface OpenCard {
  readonly card: WholeCard;
  readonly editor: CardEditor;
  /** Whether this user may change it as it is. */
  readonly canEdit: boolean;
}

const OpenCardContext = createContext<OpenCard | undefined>(undefined);

export const OpenCardProvider = OpenCardContext.Provider;

/** The card of the dialog. */
export function useOpenCard(): OpenCard {
  const open = use(OpenCardContext);
  if (open === undefined) throw new Error('No card is open here.');
  return open;
}
