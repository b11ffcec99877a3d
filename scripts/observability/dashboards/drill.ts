import { decisionTimes } from './decision-times.js';
import { type Dashboard, orZero, perSecond } from './panel.js';

/** What was broken on purpose, over what people saw of it. */
export const drill: Dashboard = {
  uid: 'presente-drill',
  title: 'Resilience drill',
  about: 'The faults on one line of time with the objectives, and how Presente protects itself. docs/resilience.md.',
  rows: [
    {
      title: 'Faults',
      panels: [
        {
          title: 'Drill',
          about: 'Of `npm run drill` with `--metrics-port`: 1 while it breaks something.',
          unit: 'bool',
          width: 12,
          queries: [{ expr: 'max by (drill) (presente_drill_fault)', legend: '{{drill}}' }],
          mayBeEmpty: 'No drill is running.',
        },
        {
          title: 'Injected faults',
          about: 'By an administrator or SRE, with `injectFault`. They end by themselves.',
          unit: 'bool',
          width: 12,
          queries: [{ expr: 'max by (point) (presente_fault_active)', legend: '{{point}}' }],
        },
        {
          title: 'Calls that were struck',
          about: 'By injected faults.',
          unit: 'ops',
          width: 24,
          queries: [{ expr: perSecond('presente_faults_injected_total', 'job, point'), legend: '{{job}} {{point}}' }],
        },
      ],
    },
    {
      title: 'What people see',
      panels: [
        {
          title: 'Validations by how they end',
          about: 'EXPIRED and FAILED are people without an answer.',
          unit: 'ops',
          queries: [{ expr: perSecond('presente_validations_total', 'outcome'), legend: '{{outcome}}' }],
        },
        decisionTimes,
        {
          title: 'Told to try again',
          about: 'A part is away (UNAVAILABLE), or there is too much to do.',
          unit: 'ops',
          queries: [
            {
              expr: orZero(perSecond('presente_graphql_fields_total{outcome="UNAVAILABLE"}')),
              legend: 'a part is away',
            },
            { expr: perSecond('presente_shed_total', 'work'), legend: 'too many {{work}}' },
          ],
        },
      ],
    },
    {
      title: 'How Presente protects itself',
      panels: [
        {
          title: 'Breakers that are not closed',
          about: 'Those parts do not answer and are left alone; once in a while one call tries.',
          unit: 'bool',
          bad: 1,
          queries: [
            {
              expr: '1 - min by (job, dependency) (presente_breaker_state{state="closed"})',
              legend: '{{job}} {{dependency}}',
            },
          ],
        },
        {
          title: 'Calls that a breaker refused',
          about: 'At once, instead of after a time-out.',
          unit: 'ops',
          queries: [
            { expr: perSecond('presente_breaker_refused_total', 'job, dependency'), legend: '{{job}} {{dependency}}' },
            { expr: perSecond('presente_breaker_opened_total'), legend: 'opened' },
          ],
        },
        {
          title: 'Age of the oldest job',
          about: 'From BACKLOG_SECONDS on new validations are told to come back.',
          unit: 's',
          bad: 2,
          queries: [{ expr: 'max by (queue) (presente_queue_oldest_job_seconds)', legend: '{{queue}}' }],
        },
        {
          title: 'Memory',
          about: 'Flat, whatever comes.',
          unit: 'bytes',
          queries: [{ expr: 'process_resident_memory_bytes', legend: '{{job}} {{instance}}' }],
        },
        {
          title: 'Connections to the database',
          about: 'Offices have two thirds of them at most.',
          unit: 'short',
          queries: [{ expr: 'sum by (job, state) (presente_database_pool_connections)', legend: '{{job}} {{state}}' }],
        },
        {
          title: 'Outbox',
          about:
            'What is certain to happen and has not: it grows in an outage, and must be empty some seconds after it.',
          unit: 'short',
          queries: [{ expr: 'max(presente_outbox_outstanding_jobs)', legend: 'outstanding' }],
        },
      ],
    },
  ],
};
