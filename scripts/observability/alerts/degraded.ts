import { type Alert } from './alert.js';

/** Presente protects itself: from what does not answer, from what is too much, and from what somebody does on purpose. */
export const degradedAlerts: readonly Alert[] = [
  {
    name: 'PresenteBreakerOpen',
    expr: 'min by (job, dependency) (presente_breaker_state{state="closed"}) == 0',
    lasting: '1m',
    severity: 'page',
    summary: 'A process has left a part that it needs alone for a minute, because it does not answer.',
    impact: 'What needs that part is answered with “try again” at once; nobody is accepted without it.',
    runbook: 'servers',
    dashboard: 'presente-drill',
    labels: { job: 'presente-api', dependency: 'database' },
    scenarios: [
      {
        series: {
          'presente_breaker_state{job="presente-api",dependency="database",state="closed"}': '1x5 0x5 1x10',
        },
        quiet: ['5m', '15m'],
        firing: ['9m'],
      },
      {
        series: {
          'presente_breaker_state{job="presente-api",dependency="database",state="closed"}': '1x5 0 1x10',
          'presente_breaker_state{job="presente-api",dependency="database",state="open"}': '0x5 1 0x10',
        },
        quiet: ['6m', '8m'],
      },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteLoadShed',
    expr: 'sum by (work) (rate(presente_shed_total[5m])) > 0.5',
    lasting: '5m',
    severity: 'page',
    summary: 'For five minutes more has come than is done in time; what is too much is told to come back.',
    impact: 'People at doors are asked to wait some seconds and try again.',
    runbook: 'servers',
    dashboard: 'presente-drill',
    labels: { work: 'validations' },
    scenarios: [
      {
        series: { 'presente_shed_total{work="validations"}': '0x5 0+60x20 1200x20' },
        quiet: ['8m', '40m'],
        firing: ['20m'],
      },
      { series: { 'presente_shed_total{work="validations"}': '0+29x40' }, quiet: ['20m', '35m'] },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteFaultInjected',
    expr: 'max by (point) (presente_fault_active) == 1',
    lasting: '0m',
    severity: 'ticket',
    summary: 'Somebody breaks a part on purpose.',
    impact: 'What that part does fails or is late for a while; a drill, if it was announced.',
    runbook: 'servers',
    dashboard: 'presente-drill',
    labels: { point: 'DATABASE' },
    scenarios: [
      { series: { 'presente_fault_active{point="DATABASE"}': '0x5 1x5 0x10' }, quiet: ['4m', '15m'], firing: ['8m'] },
      { series: { 'presente_fault_active{point="DATABASE"}': '0x20' }, quiet: ['15m'] },
      { series: {}, quiet: ['15m'] },
    ],
  },
];
