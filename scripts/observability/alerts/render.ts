import { stringify } from 'yaml';
import { type Alert } from './alert.js';
import { ALERT_GROUPS } from './index.js';

const HEADER = '# Made by "npm run dashboards" from scripts/observability; changes here are lost.\n';

const annotationsOf = ({ name, summary, impact, runbook, dashboard }: Alert): Record<string, string> => ({
  summary,
  impact,
  runbook: `docs/runbooks/${runbook}.md#${name.toLowerCase()}`,
  dashboard: `/d/${dashboard}`,
});

const labelsOf = ({ severity }: Alert): Record<string, string> => ({ severity, owner: 'presente' });

const ruleOf = (alert: Alert) => ({
  alert: alert.name,
  expr: alert.expr,
  for: alert.lasting,
  labels: labelsOf(alert),
  annotations: annotationsOf(alert),
});

/** The rules, as Prometheus loads them. */
export const renderRules = (): string =>
  HEADER +
  stringify(
    { groups: Object.entries(ALERT_GROUPS).map(([name, alerts]) => ({ name, rules: alerts.map(ruleOf) })) },
    { lineWidth: 0 },
  );

const checkAt = (alert: Alert, time: string, isFiring: boolean) => ({
  eval_time: time,
  alertname: alert.name,
  exp_alerts: isFiring
    ? [{ exp_labels: { ...labelsOf(alert), ...alert.labels }, exp_annotations: annotationsOf(alert) }]
    : [],
});

/** One rule alone: beside the others each look of a scenario would take as long as all of them. */
export const renderRule = (alert: Alert): string =>
  stringify({ groups: [{ name: alert.name, rules: [ruleOf(alert)] }] });

/** The scenarios of an alert, as `promtool test rules` runs them. @param rules path of its rule */
export const renderScenarios = (alert: Alert, rules: string): string =>
  stringify({
    rule_files: [rules],
    evaluation_interval: alert.step ?? '1m',
    tests: alert.scenarios.map(({ series, firing = [], quiet = [] }, index) => ({
      name: `${alert.name} ${index + 1}`,
      interval: alert.step ?? '1m',
      input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
      alert_rule_test: [
        ...firing.map((time) => checkAt(alert, time, true)),
        ...quiet.map((time) => checkAt(alert, time, false)),
      ],
    })),
  });
