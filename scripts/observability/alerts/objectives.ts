/** A promise to the people at the doors, over 30 days. */
export interface Objective {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Part of the events that may be bad. */
  readonly budget: number;
  readonly runbook: string;
  /** Part of the events that are bad, over a window such as `5m`; no line without events. */
  readonly ratio: (window: string) => string;
  /** How many events there were in a window. */
  readonly events: (window: string) => string;
}

/** Ends that the person got no answer by: our fault. Who uploads nothing, or walks away, was answered. */
const UNANSWERED = 'reason=~"CAPTURE_LOST|PROCESSING_TIMED_OUT|PROCESSING_FAILED"';

const VALIDATIONS = 'presente_validations_total';
const ENROLMENTS = 'presente_enrolments_total';
const COMPLETION = 'presente_job_completion_seconds';

const increase = (selector: string, window: string): string => `sum(increase(${selector}[${window}]))`;

const slow = (queue: string, edge: string) => (window: string) =>
  `1 - ${increase(`${COMPLETION}_bucket{queue="${queue}",le="${edge}"}`, window)} / (${increase(`${COMPLETION}_count{queue="${queue}"}`, window)} > 0)`;

const bad = (counter: string) => (window: string) =>
  `(${increase(`${counter}{${UNANSWERED}}`, window)} or vector(0)) / (${increase(counter, window)} > 0)`;

export const OBJECTIVES = [
  {
    name: 'ValidationAnswered',
    title: 'Validations that are answered: 99.95 %',
    about: 'An answer is any decision, also a refusal; none is one that timed out, failed, or whose capture was lost.',
    budget: 0.0005,
    runbook: 'validations-not-answered',
    ratio: bad(VALIDATIONS),
    events: (window) => increase(VALIDATIONS, window),
  },
  {
    name: 'ValidationQuick',
    title: 'Validations decided within 0.4 s: 99 %',
    about: 'From the upload to the decision.',
    budget: 0.01,
    runbook: 'validations-slow',
    ratio: slow('validation', '0.4'),
    events: (window) => increase(`${COMPLETION}_count{queue="validation"}`, window),
  },
  {
    name: 'EnrolmentAnswered',
    title: 'Enrolments that are answered within 30 s: 99.9 %',
    about: 'From the upload of the photos to the template, or to what is wrong with them.',
    budget: 0.001,
    runbook: 'enrolments-not-answered',
    ratio: slow('enrolment', '30'),
    events: (window) => increase(ENROLMENTS, window),
  },
] as const satisfies readonly Objective[];
