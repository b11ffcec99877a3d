import { OBJECTIVES } from '../alerts/objectives.js';
import { decisionTimes } from './decision-times.js';
import { type Dashboard, orZero, perSecond } from './panel.js';

const [answered, quick, enrolled] = OBJECTIVES;

/** "Is the morning going well?" */
export const overview: Dashboard = {
  uid: 'presente-overview',
  title: 'Overview',
  about: 'Whether people get an answer, how quickly, and how much of what was promised is used up.',
  rows: [
    {
      title: 'Now',
      panels: [
        {
          title: 'Processes that answer',
          about: 'API and workers that Prometheus reaches.',
          unit: 'short',
          kind: 'number',
          bad: 2,
          worseBelow: true,
          queries: [{ expr: 'count(presente_build_info)', legend: 'processes' }],
        },
        {
          title: 'Validations a minute',
          about: 'Attempts that reached a final state.',
          unit: 'short',
          kind: 'number',
          queries: [{ expr: orZero('60 * sum(rate(presente_validations_total[5m]))'), legend: 'a minute' }],
        },
        {
          title: 'Accepted',
          about:
            'Share of the validations of the last hour. A drop at every door: light, cameras, or a model that was changed.',
          unit: 'percentunit',
          kind: 'number',
          bad: 0.5,
          worseBelow: true,
          queries: [
            {
              expr: 'sum(increase(presente_validations_total{outcome="ACCEPTED"}[1h])) / (sum(increase(presente_validations_total[1h])) > 0)',
              legend: 'accepted',
            },
          ],
        },
        {
          title: 'Oldest job',
          about: 'Nobody waits a minute at a door. See the runbook of queues.',
          unit: 's',
          kind: 'number',
          bad: 60,
          queries: [{ expr: 'max(presente_queue_oldest_job_seconds)', legend: 'oldest' }],
        },
        {
          title: 'Audit whole',
          about: '1: the end of the chain fits together.',
          unit: 'bool',
          kind: 'number',
          bad: 1,
          worseBelow: true,
          queries: [{ expr: 'min(presente_audit_chain_whole)', legend: 'whole' }],
        },
        {
          title: 'Templates without consent',
          about: 'Must be 0.',
          unit: 'short',
          kind: 'number',
          bad: 1,
          queries: [{ expr: 'max(presente_templates_without_consent)', legend: 'templates' }],
        },
      ],
    },
    {
      title: 'Objectives over 30 days',
      panels: [answered, quick, enrolled].map(({ title, about, budget, ratio }) => ({
        title,
        about: `${about} Shown: how many times faster than planned the budget of 30 days is used up; 1 is just in time.`,
        unit: 'short' as const,
        bad: 6,
        queries: [
          { expr: `(${ratio('1h')}) / ${budget}`, legend: 'over 1 h' },
          { expr: `(${ratio('5m')}) / ${budget}`, legend: 'over 5 min' },
        ],
      })),
    },
    {
      title: 'What people see',
      panels: [
        decisionTimes,
        {
          title: 'Outcomes',
          about: 'A correct refusal is a good answer; EXPIRED and FAILED are none.',
          unit: 'ops',
          queries: [{ expr: perSecond('presente_validations_total', 'outcome'), legend: '{{outcome}}' }],
        },
        {
          title: 'Errors of the API',
          about: 'Fields that ended with an error, by code.',
          unit: 'ops',
          queries: [
            {
              expr: orZero(perSecond('presente_graphql_fields_total{outcome!="ok"}', 'outcome')),
              legend: '{{outcome}}',
            },
          ],
        },
      ],
    },
  ],
};
