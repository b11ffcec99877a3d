import { type Panel, quantile } from './panel.js';

/** What the objective of quick answers is about. */
export const decisionTimes: Panel = {
  title: 'From upload to decision',
  about: 'The objective is 0.4 s for 99 of 100.',
  unit: 's',
  bad: 0.4,
  queries: [
    { expr: quantile(0.5, 'presente_job_completion_seconds', 'queue="validation"'), legend: 'half' },
    { expr: quantile(0.99, 'presente_job_completion_seconds', 'queue="validation"'), legend: '99 of 100' },
  ],
};
