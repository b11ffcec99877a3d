import { quantile, type Sample, sum } from './samples.js';

/** A figure for a person: what it is called, and what it is now. */
export type Figure = readonly [name: string, value: string];

const seconds = (edge: number | undefined): string => (edge === undefined ? '–' : `≤ ${edge} s`);
const worst = (samples: readonly Sample[], name: string): number =>
  Math.max(0, ...samples.filter((sample) => sample.name === name).map(({ value }) => value));

/** The few that say whether all is well, over all processes that were asked; counts are since their start. */
export function figuresOf(samples: readonly Sample[]): Figure[] {
  const ended = sum(samples, 'presente_validations_total');
  const accepted = sum(samples, 'presente_validations_total', { outcome: 'ACCEPTED' });
  const completion = 'presente_job_completion_seconds';
  const operations = sum(samples, 'presente_graphql_fields_total');
  const good = sum(samples, 'presente_graphql_fields_total', { outcome: 'ok' });
  return [
    ['validations ended', `${ended}, of them accepted ${accepted}`],
    ['unanswered', String(sum(samples, 'presente_validations_total', { outcome: 'FAILED' }))],
    ['upload to decision, half', seconds(quantile(samples, 0.5, completion, { queue: 'validation' }))],
    ['upload to decision, 99 of 100', seconds(quantile(samples, 0.99, completion, { queue: 'validation' }))],
    ['oldest job', `${Math.round(worst(samples, 'presente_queue_oldest_job_seconds'))} s`],
    ['unsent jobs', String(worst(samples, 'presente_outbox_unsent_jobs'))],
    ['dead letters', String(sum(samples, 'presente_queue_jobs', { state: 'failed' }))],
    ['API fields resolved', `${operations}, of them with an error ${operations - good}`],
    ['templates without consent', String(worst(samples, 'presente_templates_without_consent'))],
    ['kept too long', `${sum(samples, 'presente_retention_overdue_rows')} rows`],
    ['audit', auditOf(samples)],
  ];
}

function auditOf(samples: readonly Sample[]): string {
  const whole = samples.find(({ name }) => name === 'presente_audit_chain_whole')?.value;
  if (whole === undefined) return 'not known';
  return whole === 1 ? 'whole' : 'BROKEN: run "npm run audit:verify"';
}
