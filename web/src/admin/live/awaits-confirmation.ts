import { type FeedAttemptFragment } from '../graphql/graphql';

/** As long as the server takes an operator's word on an attempt. */
const CONFIRMABLE_MS = 10 * 60_000;

/** Until when an operator may confirm it, milliseconds; undefined when it does not wait for one. */
export function confirmableUntil({ state, reason, finishedAt }: FeedAttemptFragment): number | undefined {
  if (state !== 'INCONCLUSIVE' || reason !== 'WITHOUT_CHALLENGE' || finishedAt === null) return undefined;
  return Date.parse(finishedAt) + CONFIRMABLE_MS;
}
