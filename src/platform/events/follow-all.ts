import { setTimeout as sleep } from 'node:timers/promises';
import { endedAtOnce } from '../../common/ended-at-once.js';
import { type StateChanges } from './state-changes.js';

/** What changed since the batch before. */
export interface Batch<Row> {
  readonly rows: readonly Row[];
  /** Changes may have been missed, or were too many: what is shown has to be asked for anew. */
  readonly reload: boolean;
}

interface Pace {
  /** Milliseconds between two batches at least; what changes after a quiet time comes at once. */
  readonly pause: number;
  /** Rows of a batch at most; with more the reader is told to ask anew. */
  readonly most: number;
}

/**
 * Whatever changes under `topics`, in batches: of any number of changes a subscriber makes one read each `pause`. The first batch
 * says `reload`, so that nothing falls between the list that was shown before and the subscription. Re-reading goes through `read`,
 * and so through the reader's own permissions. The iterator's `return` (a client that leaves) ends the wait at once.
 */
export function followAll<Row>(
  changes: StateChanges,
  topics: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
  { pause, most }: Pace,
): AsyncGenerator<Batch<Row>, void> {
  const left = new AbortController();
  const heard = gather(changes, topics, most, left.signal);

  async function* batches(): AsyncGenerator<Batch<Row>, void> {
    try {
      while (!left.signal.aborted) {
        const { ids, reload } = heard.take();
        const rows = reload || ids.length === 0 ? [] : await read(ids);
        if (reload || rows.length > 0) yield { rows, reload };
        await sleep(pause, undefined, { signal: left.signal }).catch(() => undefined);
        await heard.some();
      }
    } finally {
      left.abort();
    }
  }

  return endedAtOnce(batches(), left);
}

/** Ids that were heard of since they were last taken, each once. */
function gather(changes: StateChanges, topics: readonly string[], most: number, signal: AbortSignal) {
  const ids = new Set<string>();
  let reload = true;
  let woken = Promise.withResolvers<undefined>();
  const wake = (): void => {
    woken.resolve(undefined);
  };
  signal.addEventListener('abort', wake);
  changes.onEach(
    topics,
    (id) => {
      if (id === undefined || ids.size >= most) reload = true;
      else ids.add(id);
      wake();
    },
    signal,
  );
  return {
    /** Resolves when there is something to take, or nobody is left to take it. */
    some: (): Promise<undefined> => woken.promise,
    take: () => {
      const taken = { ids: [...ids], reload };
      ids.clear();
      reload = false;
      if (!signal.aborted) woken = Promise.withResolvers();
      return taken;
    },
  };
}
