import { ValidationMethod } from '../attempts/validation-method.js';
import { AttemptState, ValidationReason } from '../attempts/validation-reason.js';
import { type AttemptCount } from './statistics.repository.js';
import { type ReasonCount, type StatisticsStretch, type ValidationFunnel } from './statistics.type.js';

const ANSWERS: readonly AttemptState[] = [AttemptState.ACCEPTED, AttemptState.REJECTED, AttemptState.INCONCLUSIVE];
/** What an attempt can end with after a face was waited for, without a worker having begun. */
const WAITED_IN_VAIN: readonly ValidationReason[] = [
  ValidationReason.CAPTURE_NOT_RECEIVED,
  ValidationReason.PROCESSING_TIMED_OUT,
];

/** Attempts without a face are no step of the way to one. */
const isOfFace = ({ method }: AttemptCount): boolean =>
  method === ValidationMethod.FACE || method === ValidationMethod.FACE_AND_PIN;

const sum = (counts: readonly AttemptCount[]): number => counts.reduce((total, { count }) => total + count, 0);

export function funnelOf(counts: readonly AttemptCount[]): ValidationFunnel {
  const ofFace = counts.filter(isOfFace);
  const captured = ofFace.filter((one) => one.captured);
  const waited = ofFace.filter((one) => !one.captured && WAITED_IN_VAIN.includes(one.reason));
  const others = counts.filter((one) => !isOfFace(one));
  return {
    opened: sum(ofFace),
    admitted: sum(captured) + sum(waited),
    captured: sum(captured),
    decided: sum(captured.filter(({ state }) => ANSWERS.includes(state))),
    accepted: sum(captured.filter(({ state }) => state === AttemptState.ACCEPTED)),
    attested: sum(others.filter(({ state }) => state === AttemptState.ACCEPTED)),
  };
}

/** Of every method, most frequent first. */
export function reasonsOf(counts: readonly AttemptCount[]): ReasonCount[] {
  const found = new Map<string, ReasonCount>();
  for (const { state, reason, count } of counts) {
    const key = `${state} ${reason}`;
    found.set(key, { state, reason, count: count + (found.get(key)?.count ?? 0) });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** One for each of `starts`. */
export function stretchesOf(starts: readonly Date[], counts: readonly AttemptCount[]): StatisticsStretch[] {
  const byStart = Map.groupBy(counts, ({ start }) => start.getTime());
  return starts.map((start) => {
    const own = byStart.get(start.getTime()) ?? [];
    return { start, funnel: funnelOf(own), reasons: reasonsOf(own) };
  });
}
