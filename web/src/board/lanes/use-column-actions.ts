import { useTranslation } from 'react-i18next';
import { type AnyVariables, type OperationResult, useClient } from 'urql';
import { type ColumnAnswerFragment, type CreateColumnInput, type UpdateColumnInput } from '../graphql/graphql';
import { type ColumnState, useBoardLive } from '../store/board-store';
import { type Outcome } from '../store/outcome';
import { CREATE_COLUMN, MOVE_COLUMN, SET_COLUMN_ARCHIVED, UPDATE_COLUMN } from './column-documents';

/** What is done with columns. Each can be taken back; each answers whether it was done, and what was not says why. */
export interface ColumnActions {
  readonly create: (input: CreateColumnInput) => Promise<boolean>;
  readonly update: (before: ColumnState, change: Omit<UpdateColumnInput, 'id'>) => Promise<boolean>;
  /** To the left (-1) or to the right (1). */
  readonly move: (column: ColumnState, by: -1 | 1) => Promise<boolean>;
  readonly archive: (column: ColumnState) => Promise<boolean>;
}

type Answer = Promise<ColumnAnswerFragment | Failed>;
type Failed = Extract<Outcome, { kind: 'FAILED' }>;

export function useColumnActions(): ColumnActions {
  const { t } = useTranslation('board');
  const client = useClient();
  const live = useBoardLive();

  const create = (input: CreateColumnInput): Answer =>
    answerOf(client.mutation(CREATE_COLUMN, { input }), (data) => data.createColumn);
  const update = (input: UpdateColumnInput): Answer =>
    answerOf(client.mutation(UPDATE_COLUMN, { input }), (data) => data.updateColumn);
  const putAfter = (id: string, afterId: string | null): Answer =>
    answerOf(client.mutation(MOVE_COLUMN, { input: { id, afterId } }), (data) => data.moveColumn);
  const setArchived = (id: string, archived: boolean): Answer =>
    answerOf(client.mutation(SET_COLUMN_ARCHIVED, { id, archived }), (data) => data.setColumnArchived);

  /** @param back what takes it back; undefined for what was made new */
  const perform = (done: string, ask: () => Answer, back?: (id: string) => Answer): Promise<boolean> =>
    live.inTurn(async () => {
      const outcome = outcomeOf(await ask(), done, back);
      live.say(outcome);
      return outcome.kind === 'DONE';
    });

  return {
    create: (input) =>
      perform(
        t('columns.created'),
        () => create(input),
        (id) => setArchived(id, true),
      ),
    update: ({ id, name, wipLimit, wipMode }, change) =>
      perform(
        t('columns.saved'),
        () => update({ id, ...change }),
        () => update({ id, name, wipLimit, wipMode }),
      ),
    move: ({ id }, by) => {
      const ids = live.shown().columns.map((column) => column.id);
      const before = ids[ids.indexOf(id) - 1] ?? null;
      const others = ids.filter((other) => other !== id);
      const after = others[ids.indexOf(id) + by - 1] ?? null;
      return perform(
        t('columns.moved'),
        () => putAfter(id, after),
        () => putAfter(id, before),
      );
    },
    archive: ({ id }) =>
      perform(
        t('columns.archived'),
        () => setArchived(id, true),
        () => setArchived(id, false),
      ),
  };
}

async function answerOf<Data, Variables extends AnyVariables>(
  asked: PromiseLike<OperationResult<Data, Variables>>,
  pick: (data: Data) => ColumnAnswerFragment,
): Answer {
  const { data, error } = await asked;
  return error === undefined ? pick(data!) : { kind: 'FAILED', error };
}

function outcomeOf(answer: ColumnAnswerFragment | Failed, done: string, back?: (id: string) => Answer): Outcome {
  if ('kind' in answer) return answer;
  if (answer.__typename === 'BoardRefused')
    return { kind: 'COLUMN_REFUSED', reason: answer.reason, cards: answer.cards };
  const { id } = answer.column;
  const undo = async (): Promise<Outcome> => {
    const outcome = outcomeOf(await back!(id), done);
    return outcome.kind === 'DONE' ? { kind: 'UNDONE', done } : outcome;
  };
  return { kind: 'DONE', done, undoable: back && { done, undo } };
}
