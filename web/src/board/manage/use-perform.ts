import { useTranslation } from 'react-i18next';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient } from 'urql';
import { sayRefused } from '../../shared/parts/say';
import { type BoardRefusal } from '../graphql/graphql';
import { useBoardLive } from '../store/board-store';
import { type Outcome } from '../store/outcome';

interface Answer {
  readonly __typename: string;
  readonly reason?: BoardRefusal;
}
type Asked = () => Promise<Answer | { readonly failed: CombinedError }>;
type Performed = 'DONE' | 'FAILED' | BoardRefusal;

interface Performing {
  /** Something to be sent; nothing is sent yet. */
  readonly ask: <Variables extends AnyVariables>(
    document: TypedDocumentNode<{ readonly answer: Answer }, Variables>,
    variables: Variables,
  ) => Asked;
  /** Sends it, and says so where it was done or failed. @param done in words @param back what takes it back */
  readonly perform: (asked: Asked, done: string, back?: Asked) => Promise<Performed>;
  /** As `perform`, and says why where it was refused. @returns whether it was done */
  readonly performAloud: (asked: Asked, done: string, back?: Asked) => Promise<boolean>;
}

/** What is done with a board as a whole, its labels and its columns. */
export function usePerform(): Performing {
  const { t } = useTranslation('card');
  const client = useClient();
  const live = useBoardLive();

  const perform: Performing['perform'] = (asked, done, back) =>
    live.inTurn(async () => {
      const answer = await asked();
      if ('failed' in answer) {
        live.say({ kind: 'FAILED', error: answer.failed });
        return 'FAILED';
      }
      if (answer.reason !== undefined) return answer.reason;
      live.say({ kind: 'DONE', done, undoable: back && { done, undo: () => undo(back, done) } });
      return 'DONE';
    });
  return {
    ask: (document, variables) => async () => {
      const { data, error } = await client.mutation(document, variables);
      return error === undefined ? data!.answer : { failed: error };
    },
    perform,
    performAloud: async (asked, done, back) => {
      const performed = await perform(asked, done, back);
      if (performed !== 'DONE' && performed !== 'FAILED') sayRefused(t(`manage.refused.${performed}`));
      return performed === 'DONE';
    },
  };
}

async function undo(back: Asked, done: string): Promise<Outcome> {
  const answer = await back();
  if ('failed' in answer) return { kind: 'FAILED', error: answer.failed };
  if (answer.reason !== undefined) return { kind: 'COLUMN_REFUSED', reason: answer.reason, cards: null };
  return { kind: 'UNDONE', done };
}
