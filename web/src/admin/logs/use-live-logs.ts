import { useEffect } from 'react';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { type LogFilter, type LogsQuery } from '../graphql/graphql';
import { useNews } from '../parts/use-news';
import { LOGS, TAIL } from './documents';

/** Nobody scrolls through more; what is older comes by pages. */
const MOST = 1_000;

const pageOf = ({ logs }: LogsQuery) => logs;

/** The newest lines, as they are written unless it is paused. */
export function useLiveLogs(filter: LogFilter, isPaused: boolean) {
  const list = usePagedList(LOGS, { filter }, pageOf);
  const { put, reload } = list;
  const isLong = list.nodes.length > MOST;
  const isConnected = useNews({ query: TAIL, variables: { filter }, isPaused }, ({ logTail }) => {
    if (logTail.reload) reload();
    else put(logTail.lines);
  });

  useEffect(() => {
    if (isLong && !isPaused) void reload();
  }, [isLong, isPaused, reload]);

  return { list, isConnected };
}
