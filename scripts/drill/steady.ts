import { type Finding } from '../chaos/checker.js';
import { type Seen } from './drill.js';

/** Milliseconds in which the steady state is looked at, after the first visitors have come and gone. */
export const WARM_UP_MS = 4_000;
export const STEADY_MS = 8_000;

/** Fewer decisions are nobody's steady state, even on a busy machine. */
const LEAST_DECISIONS = 5;

/** @returns why nothing may be broken now */
export function problemsOf({ errors, decided }: Seen, found: readonly Finding[]): string[] {
  const failed = Object.entries(errors).map(([code, count]) => `${count} requests were answered with ${code}.`);
  const few = decided < LEAST_DECISIONS ? [`Only ${decided} validations were decided.`] : [];
  return [...failed, ...few, ...found.map(({ kind, sentence }) => `${kind}: ${sentence}`)];
}
