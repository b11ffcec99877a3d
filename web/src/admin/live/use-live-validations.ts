import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { type FeedAttemptFragment, type ValidationsQuery, type ValidationState } from '../graphql/graphql';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { CHANGES, VALIDATIONS } from './documents';

export interface LiveFilter {
  readonly checkpointId: string | null;
  readonly state: ValidationState | null;
}

const pageOf = ({ validations }: ValidationsQuery) => validations;

/** The newest validations, as they happen unless it is paused. */
export function useLiveValidations({ checkpointId, state }: LiveFilter, isPaused: boolean) {
  const list = usePagedList(VALIDATIONS, { checkpointId, state }, pageOf);
  const [{ data, error }] = useSubscription({ query: CHANGES, variables: { checkpointId }, pause: isPaused });
  const { put, reload } = list;
  const change = data?.validationsChanged;

  useEffect(() => {
    if (change === undefined) return;
    if (change.reload) void reload();
    else put(change.attempts, belongsTo(state));
  }, [change, put, reload, state]);

  return { list, isConnected: change !== undefined && error === undefined && !isPaused };
}

const belongsTo =
  (state: ValidationState | null) =>
  (attempt: FeedAttemptFragment): boolean =>
    state === null || attempt.state === state;
