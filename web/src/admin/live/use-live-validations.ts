import { type FeedAttemptFragment, type ValidationsQuery, type ValidationState } from '../graphql/graphql';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { useNews } from '../parts/use-news';
import { CHANGES, VALIDATIONS } from './documents';

export interface LiveFilter {
  readonly checkpointId: string | null;
  readonly state: ValidationState | null;
}

const pageOf = ({ validations }: ValidationsQuery) => validations;

/** The newest validations, as they happen unless it is paused. */
export function useLiveValidations({ checkpointId, state }: LiveFilter, isPaused: boolean) {
  const list = usePagedList(VALIDATIONS, { checkpointId, state }, pageOf);
  const { put, reload } = list;
  const isConnected = useNews({ query: CHANGES, variables: { checkpointId }, isPaused }, ({ validationsChanged }) => {
    if (validationsChanged.reload) reload();
    else put(validationsChanged.attempts, belongsTo(state));
  });
  return { list, isConnected };
}

const belongsTo =
  (state: ValidationState | null) =>
  (attempt: FeedAttemptFragment): boolean =>
    state === null || attempt.state === state;
