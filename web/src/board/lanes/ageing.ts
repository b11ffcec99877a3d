import { type CardState } from '../store/board-state';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** From when on a card is tinted, milliseconds in its column. Who waits for a review waits at a door. */
const STEPS = {
  task: [3 * DAY_MS, 7 * DAY_MS, 14 * DAY_MS],
  review: [10 * MINUTE_MS, 30 * MINUTE_MS, 60 * MINUTE_MS],
} as const;

/** How long a card has been in its column, in steps: 0 for not long, to 3. What was decided does not age. */
export function ageOf({ enteredAt, review }: CardState, now: number): number {
  if (review !== null && review.decision !== null) return 0;
  const age = now - Date.parse(enteredAt);
  return STEPS[review === null ? 'task' : 'review'].filter((step) => age >= step).length;
}
