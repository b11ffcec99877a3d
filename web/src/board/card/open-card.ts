import { createContext, use } from 'react';
import { type WholeCardFragment } from '../graphql/graphql';
import { type CardEditor } from './card-editor';

interface OpenCard {
  readonly card: WholeCardFragment;
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
