import { useTranslation } from 'react-i18next';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import { type CommentFieldsFragment } from '../../graphql/graphql';
import { useBoardLive } from '../../store/board-store';
import { type Outcome } from '../../store/outcome';
import { type Edited } from '../card-editor';
import { ADD_COMMENT, DELETE_COMMENT, EDIT_COMMENT, RESTORE_COMMENT } from '../documents';
import { useOpenCard } from '../open-card';

interface Commenting {
  /** @param idempotencyKey the same one when the same is sent once more */
  readonly add: (body: string, idempotencyKey: string) => Promise<Edited>;
  readonly edit: (comment: CommentFieldsFragment, body: string) => Promise<Edited>;
  readonly remove: (id: string) => Promise<Edited>;
  readonly restore: (id: string) => Promise<Edited>;
}

/** What is done with comments. Each can be taken back, as what is done with the card. */
export function useCommenting(): Commenting {
  const { t } = useTranslation('card');
  const client = useClient();
  const live = useBoardLive();
  const { card } = useOpenCard();

  const send = async <Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data | Extract<Outcome, { kind: 'FAILED' }>> => {
    const { data, error } = await client.mutation(document, variables);
    return error === undefined ? data! : { kind: 'FAILED', error };
  };

  /** @param back what takes it back */
  const perform = <Data extends object>(
    ask: () => Promise<Data | Extract<Outcome, { kind: 'FAILED' }>>,
    done: string,
    back: (data: Data) => Promise<object>,
  ): Promise<Edited> =>
    live.inTurn(async () => {
      const answer = await ask();
      if (isFailed(answer)) {
        live.say(answer);
        return 'NOT_DONE';
      }
      const undo = async (): Promise<Outcome> => {
        const undone = await back(answer);
        return isFailed(undone) ? undone : { kind: 'UNDONE', done };
      };
      live.say({ kind: 'DONE', done, undoable: { done, undo } });
      return 'DONE';
    });

  return {
    add: (body, idempotencyKey) =>
      perform(
        () => send(ADD_COMMENT, { input: { cardId: card.id, body, idempotencyKey } }),
        t('done.commented'),
        ({ addComment: { id } }) => send(DELETE_COMMENT, { id }),
      ),
    edit: ({ id, body: before }, body) =>
      perform(
        () => send(EDIT_COMMENT, { input: { id, body } }),
        t('done.commentEdited'),
        () => send(EDIT_COMMENT, { input: { id, body: before } }),
      ),
    remove: (id) =>
      perform(
        () => send(DELETE_COMMENT, { id }),
        t('done.commentDeleted'),
        () => send(RESTORE_COMMENT, { id }),
      ),
    restore: (id) =>
      perform(
        () => send(RESTORE_COMMENT, { id }),
        t('done.commented'),
        () => send(DELETE_COMMENT, { id }),
      ),
  };
}

const isFailed = (answer: object): answer is Extract<Outcome, { kind: 'FAILED' }> =>
  'kind' in answer && answer.kind === 'FAILED';
