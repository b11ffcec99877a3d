import { percentile } from '../bench/percentile.js';
import { type HistoryEvent, type VisitRecord } from '../chaos/history.js';
import { type Recovery, type Seen } from './drill.js';

/** One request and what came of it. */
interface Exchange {
  readonly visit: string;
  readonly answer: HistoryEvent;
  /** Milliseconds. */
  readonly waited: number;
}

/** @param from milliseconds since the history began @param to likewise */
export function seenBetween(visits: readonly VisitRecord[], from: number, to: number): Seen {
  const exchanges = visits.flatMap(exchangesOf).filter(({ answer: { at } }) => at >= from && at < to);
  const of = (outcome: HistoryEvent['outcome']) => exchanges.filter(({ answer }) => answer.outcome === outcome);
  const waits = exchanges.map(({ waited }) => waited / 1_000);
  const codes = of('unanswered').map(({ answer: { code = 'NO_CODE' } }) => code);
  return {
    seconds: (to - from) / 1_000,
    requests: exchanges.length,
    acknowledged: of('acknowledged').length,
    refused: of('refused').length,
    errors: Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, { length }]) => [code, length])),
    decided: visits.filter((visit) => isBetween(decisionOf(visit), from, to)).length,
    p99: waits.length === 0 ? 0 : percentile(waits, 0.99),
    longest: Math.max(0, ...waits),
  };
}

/** @param mended milliseconds since the history began */
export function recoveryOf(visits: readonly VisitRecord[], mended: number): Recovery {
  const answers = visits
    .flatMap(exchangesOf)
    .filter(({ answer: { at, outcome } }) => at >= mended && outcome === 'acknowledged');
  const later = visits
    .filter(({ events }) => (events[0]?.at ?? 0) >= mended)
    .flatMap((visit) => decisionOf(visit) ?? []);
  return {
    answers: secondsAfter(
      mended,
      answers.map(({ answer: { at } }) => at),
    ),
    decides: secondsAfter(mended, later),
    quiet: quietAfter(visits, mended),
  };
}

const secondsAfter = (mended: number, times: readonly number[]): number | null =>
  times.length === 0 ? null : (Math.min(...times) - mended) / 1_000;

/** When the last of those was told whose upload had been taken by then. */
function quietAfter(visits: readonly VisitRecord[], mended: number): number | null {
  const isTaken = ({ step, outcome, at }: HistoryEvent) =>
    step === 'upload' && outcome === 'acknowledged' && at < mended;
  const decisions = visits.filter(({ events }) => events.some(isTaken)).map(decisionOf);
  const known = decisions.filter((at) => at !== undefined);
  return known.length < decisions.length ? null : Math.max(0, ...known.map((at) => at - mended)) / 1_000;
}

/** When the client was told how an upload of its own was decided. */
function decisionOf({ events }: VisitRecord): number | undefined {
  if (!events.some(({ step, outcome }) => step === 'upload' && outcome === 'acknowledged')) return undefined;
  return events.find(({ step, reason }) => step === 'look' && typeof reason === 'string')?.at;
}

const isBetween = (at: number | undefined, from: number, to: number): boolean =>
  at !== undefined && at >= from && at < to;

/** Each answer with the earliest request for that step that had none. */
function exchangesOf({ key, events }: VisitRecord): Exchange[] {
  const asked = new Map<string, number[]>();
  return events.flatMap((event) => {
    const open = asked.get(event.step) ?? [];
    asked.set(event.step, open);
    if (event.outcome === 'asked') {
      open.push(event.at);
      return [];
    }
    return [{ visit: key, answer: event, waited: event.at - (open.shift() ?? event.at) }];
  });
}
