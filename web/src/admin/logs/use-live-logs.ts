import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { type LogFilter, type LogsQuery } from '../graphql/graphql';
import { LOGS, TAIL } from './documents';

/** A tail that ended is asked for again. */
const AGAIN_MS = 3_000;
/** Nobody scrolls through more; what is older comes by pages. */
const MOST = 1_000;

const pageOf = ({ logs }: LogsQuery) => logs;

/** The newest lines, as they are written unless it is paused. */
export function useLiveLogs(filter: LogFilter, isPaused: boolean) {
  const list = usePagedList(LOGS, { filter }, pageOf);
  const [{ data, error }, follow] = useSubscription({ query: TAIL, variables: { filter }, pause: isPaused });
  const { put, reload } = list;
  const isLong = list.nodes.length > MOST;
  const change = data?.logTail;

  useEffect(() => {
    if (change === undefined) return;
    if (change.reload) void reload();
    else put(change.lines);
  }, [change, put, reload]);

  useEffect(() => {
    if (isLong && !isPaused) void reload();
  }, [isLong, isPaused, reload]);

  useEffect(() => {
    if (error === undefined || isPaused) return;
    const timer = setTimeout(follow, AGAIN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [error, isPaused, follow]);

  return { list, isConnected: change !== undefined && error === undefined && !isPaused };
}
