import { endedAtOnce } from '../../common/ended-at-once.js';
import { type StateChanges } from './state-changes.js';

/**
 * The row now, then again after each change, until it is final. Re-reading goes through `read`, and so through the
 * reader's own permissions. The iterator's `return` (a client that leaves) ends the wait at once.
 */
export function follow<Row>(
  changes: StateChanges,
  subject: { readonly topic: string; readonly id: string },
  read: () => Promise<Row>,
  isFinal: (row: Row) => boolean,
): AsyncGenerator<Row, void> {
  const abort = new AbortController();
  // Listening starts before the first read, so that no change falls between the two.
  const wakeUps = changes.of(subject.topic, subject.id, abort.signal);
  const first = wakeUps.next();

  async function* rows(): AsyncGenerator<Row, void> {
    try {
      let pending = first;
      for (;;) {
        const row = await read();
        yield row;
        if (isFinal(row) || (await pending).done === true) return;
        pending = wakeUps.next();
      }
    } finally {
      abort.abort();
    }
  }

  return endedAtOnce(rows(), abort);
}
