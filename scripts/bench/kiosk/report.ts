import { percentile } from '../percentile.js';
import { type queueBefore } from './queue.js';

/** Times in milliseconds. */
export interface KioskReport {
  readonly policy: string;
  readonly perMinute: number;
  readonly people: number;
  readonly accepted: number;
  /** From the QR in view to the result, without the steps of the challenge. */
  readonly p50: number;
  readonly p95: number;
  /** The same with the steps. */
  readonly whole: { readonly p50: number; readonly p95: number };
  /** The longest that somebody stood in the queue. */
  readonly queued: number;
}

type Visits = Awaited<ReturnType<typeof queueBefore>>;

export function reportOf(
  visits: Visits,
  { policy, perMinute }: Pick<KioskReport, 'policy' | 'perMinute'>,
): KioskReport {
  const of = (part: 'waited' | 'whole', p: number) =>
    Math.round(
      percentile(
        visits.map((visit) => visit[part]),
        p,
      ),
    );
  return {
    policy,
    perMinute,
    people: visits.length,
    accepted: visits.filter(({ outcome }) => outcome === 'accepted').length,
    p50: of('waited', 0.5),
    p95: of('waited', 0.95),
    whole: { p50: of('whole', 0.5), p95: of('whole', 0.95) },
    queued: Math.round(Math.max(...visits.map(({ queued }) => queued))),
  };
}

export const readable = ({ policy, perMinute, people, accepted, p50, p95, whole, queued }: KioskReport): string =>
  [
    `${people} people before one kiosk, ${perMinute} a minute, ${policy}: ${accepted} accepted`,
    `  QR to result without the steps: median ${p50} ms, p95 ${p95} ms; with them ${whole.p50} ms and ${whole.p95} ms`,
    `  nobody stood in the queue for longer than ${queued} ms`,
  ].join('\n');
