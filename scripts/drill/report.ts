import { type Drill, type DrillOutcome, type Seen } from './drill.js';

/** What an alert did while a drill was run. */
export interface AlertSeen {
  readonly name: string;
  /** The most it came to. */
  readonly state: 'pending' | 'firing';
  /** Seconds from the breaking until it was seen first, to a few; null when it was there before. */
  readonly after: number | null;
}

export interface DrillReport extends DrillOutcome {
  readonly drill: string;
  readonly at: string;
  /** Without the one that always fires; null when there was no Prometheus to ask. */
  readonly alerts: readonly AlertSeen[] | null;
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** For people. */
export function readable({ hypothesis, expectedAlert }: Drill, report: DrillReport): string {
  const { drill, injected, steady, during, recovery, found, figures, alerts, problems } = report;
  const mark = problems.length === 0 ? '✔' : '✘';
  return [
    `${mark} ${drill}`,
    `  We say     ${hypothesis}`,
    `  Injected   ${injected}`,
    `  Before     ${sayOf(steady)}`,
    `  Meanwhile  ${sayOf(during)}`,
    `  Lost       ${foundOf(found)}`,
    `  Recovery   answers after ${secondsOf(recovery.answers)}, decides after ${secondsOf(recovery.decides)}, nobody waits after ${secondsOf(recovery.quiet)}`,
    ...Object.entries(figures).map(([what, value]) => `  Figure     ${what}: ${value}`),
    `  Alerts     ${alertsOf(alerts)}; expected: ${expectedAlert ?? 'none'}`,
    ...problems.map((problem) => `  Problem    ${problem}`),
  ].join('\n');
}

/** Items of a list in docs/resilience.md. */
export const itemsOf = ({ injected, steady, during, recovery, found, alerts, problems }: DrillReport): string[] => [
  `- injected: ${injected}`,
  `- before: ${sayOf(steady)}`,
  `- meanwhile: ${sayOf(during)}`,
  `- lost: ${foundOf(found)}`,
  `- recovery: answers after ${secondsOf(recovery.answers)}, decides after ${secondsOf(recovery.decides)}, nobody waits after ${secondsOf(recovery.quiet)}`,
  `- alerts: ${alertsOf(alerts)}`,
  `- the hypothesis ${problems.length === 0 ? 'holds' : `does not hold: ${problems.join(' ')}`}`,
];

export const figuresOf = ({ figures }: DrillReport): string[] =>
  Object.entries(figures).map(([what, value]) => `- ${what}: ${value}`);

function sayOf({ requests, decided, errors, p99, longest }: Seen): string {
  const failed = Object.entries(errors).map(([code, count]) => `${count} × ${code}`);
  const how = failed.length === 0 ? 'none failed' : failed.join(', ');
  return `${requests} requests, ${how}; ${decided} decisions; waits: 99 of 100 ${rounded(p99)} s, longest ${rounded(longest)} s`;
}

function foundOf(found: DrillOutcome['found']): string {
  const some = Object.entries(found).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}`] : []));
  return some.length === 0 ? 'nothing' : some.join(', ');
}

const secondsOf = (seconds: number | null): string => (seconds === null ? 'never' : `${rounded(seconds)} s`);

function alertsOf(alerts: DrillReport['alerts']): string {
  if (alerts === null) return 'no Prometheus here to ask';
  const said = alerts.map(
    ({ name, state, after }) => `${name} ${state} (${after === null ? 'before' : secondsOf(after)})`,
  );
  return said.length === 0 ? 'none' : said.join(', ');
}
