import { type Alert, type Scenario } from './alert.js';
import { type Objective, OBJECTIVES } from './objectives.js';

/** With fewer events in the last hour one unlucky person would use the budget of a month. */
const ENOUGH = 20;

/**
 * Multi-window, multi-burn-rate: the long window says that it matters, the short one that it is still going on (Google, The Site
 * Reliability Workbook, chapter 5).
 */
const burning = (objective: Objective, factor: number, long: string, short: string): string =>
  [long, short].map((window) => `(${objective.ratio(window)}) > ${factor} * ${objective.budget}`).join('\n  and ');

const rule = (objective: Objective, rates: readonly (readonly [number, string, string])[], guard: string): string =>
  `(\n  ${rates.map((rate) => burning(objective, ...rate)).join('\n  or\n  ')}\n)\nand ${objective.events(guard)} >= ${ENOUGH}`;

/** Ends of validations, and how long they took: `each` step so many, `bad` of those badly. */
function load(objective: Objective, each: number, bad: number, steps: number): Scenario['series'] {
  const good = each - bad;
  const line = (step: number): string => `0+${step}x${steps}`;
  if (objective.name === 'ValidationAnswered')
    return {
      'presente_validations_total{outcome="ACCEPTED",reason="MATCH"}': line(good),
      'presente_validations_total{outcome="EXPIRED",reason="PROCESSING_TIMED_OUT"}': line(bad),
    };
  const [queue, edge] = objective.name === 'ValidationQuick' ? ['validation', '0.4'] : ['enrolment', '30'];
  return {
    'presente_enrolments_total{outcome="COMPLETED",reason="NONE"}': line(each),
    [`presente_job_completion_seconds_bucket{queue="${queue}",le="${edge}"}`]: line(good),
    [`presente_job_completion_seconds_count{queue="${queue}"}`]: line(each),
  };
}

const EACH_STEP = 1_000;
/** Steps of a minute. */
const HOURS_6 = 360;
/** Steps of ten minutes. */
const DAYS_3 = 432;

/** Of a thousand each step, as many as burn the budget `factor` times as fast as planned. */
const atRate = (objective: Objective, factor: number, steps: number): Scenario['series'] =>
  load(objective, EACH_STEP, objective.budget * EACH_STEP * factor, steps);

const alertsOf = (objective: Objective): Alert[] => [
  {
    name: `Presente${objective.name}BurnsFast`,
    expr: rule(
      objective,
      [
        [14.4, '1h', '5m'],
        [6, '6h', '30m'],
      ],
      '1h',
    ),
    lasting: '2m',
    severity: 'page',
    summary: `${objective.title}: the budget of a month is gone within days.`,
    impact: 'People stand at doors without an answer, or wait for it.',
    runbook: 'objectives',
    dashboard: 'presente-overview',
    scenarios: [
      { series: atRate(objective, 16, HOURS_6), quiet: ['1m'], firing: ['70m'] },
      { series: atRate(objective, 5, HOURS_6), quiet: ['70m', '6h'] },
      { series: atRate(objective, 16, 70), firing: ['70m'], quiet: ['3h'] },
      // Half of all, but of ten people in an hour.
      { series: load(objective, 0.1, 0.05, HOURS_6), quiet: ['70m', '6h'] },
      { series: {}, quiet: ['70m'] },
    ],
  },
  {
    name: `Presente${objective.name}BurnsSlowly`,
    expr: rule(
      objective,
      [
        [3, '1d', '2h'],
        [1, '3d', '6h'],
      ],
      '1d',
    ),
    lasting: '15m',
    severity: 'ticket',
    summary: `${objective.title}: the budget will not last the month.`,
    impact: 'Some people every day get no answer, or a late one.',
    runbook: 'objectives',
    dashboard: 'presente-overview',
    step: '10m',
    scenarios: [
      { series: atRate(objective, 3.5, DAYS_3), firing: ['25h'] },
      { series: atRate(objective, 0.9, DAYS_3), quiet: ['25h', '3d'] },
      { series: atRate(objective, 3.5, 150), firing: ['25h'], quiet: ['71h'] },
      { series: {}, quiet: ['25h'] },
    ],
  },
];

export const burningAlerts: readonly Alert[] = OBJECTIVES.flatMap(alertsOf);
