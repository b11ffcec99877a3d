import { type Dashboard, orZero, perSecond, quantile } from './panel.js';

/** Queues and workers. */
export const work: Dashboard = {
  uid: 'presente-work',
  title: 'Queues and workers',
  about: 'Age is the signal, depth is not: a deep queue that moves harms nobody.',
  rows: [
    {
      title: 'Queues',
      panels: [
        {
          title: 'Age of the oldest job',
          about: 'From the outbox, so it is true when the queue has lost a job, too.',
          unit: 's',
          bad: 60,
          queries: [{ expr: 'max by (queue) (presente_queue_oldest_job_seconds)', legend: '{{queue}}' }],
        },
        {
          title: 'Jobs by state',
          about: '“failed” are dead letters: nobody tries them again.',
          unit: 'short',
          queries: [{ expr: 'max by (queue, state) (presente_queue_jobs)', legend: '{{queue}} {{state}}' }],
        },
        {
          title: 'Workers',
          about: 'Registered at the queue. 0: nobody works.',
          unit: 'short',
          bad: 1,
          worseBelow: true,
          queries: [{ expr: 'max by (queue) (presente_queue_workers)', legend: '{{queue}}' }],
        },
        {
          title: 'Wait',
          about: 'From the transaction that made a job necessary to its start.',
          unit: 's',
          queries: [
            { expr: quantile(0.5, 'presente_job_wait_seconds', '', 'queue'), legend: '{{queue}} half' },
            { expr: quantile(0.99, 'presente_job_wait_seconds', '', 'queue'), legend: '{{queue}} 99 of 100' },
          ],
        },
        {
          title: 'Outbox',
          about: 'Unsent: the queue was not reachable when they were due.',
          unit: 'short',
          queries: [
            { expr: 'max(presente_outbox_unsent_jobs)', legend: 'unsent' },
            { expr: 'max(presente_outbox_outstanding_jobs)', legend: 'outstanding' },
          ],
        },
        {
          title: 'Age of the oldest unsent job',
          about: 'The relay runs once a second.',
          unit: 's',
          bad: 30,
          queries: [{ expr: 'max(presente_outbox_oldest_unsent_seconds)', legend: 'oldest' }],
        },
      ],
    },
    {
      title: 'Jobs',
      panels: [
        {
          title: 'Tries by how they ended',
          about: '“skipped” are repeats that found their work done; “failed” ones are tried again.',
          unit: 'ops',
          queries: [
            {
              expr: perSecond('presente_job_duration_seconds_count', 'queue, outcome'),
              legend: '{{queue}} {{outcome}}',
            },
          ],
        },
        {
          title: 'Taken over, and given up',
          about: 'Stalled jobs had a worker that was gone. Exhausted ones failed as often as they may.',
          unit: 'ops',
          queries: [
            { expr: orZero(perSecond('presente_jobs_stalled_total')), legend: 'stalled' },
            { expr: orZero(perSecond('presente_jobs_exhausted_total')), legend: 'exhausted' },
          ],
        },
        {
          title: 'Stages of the face pipeline, 99 of 100',
          about: 'One stage that is slow alone: the model or the frames; all of them: the processor.',
          unit: 's',
          queries: [{ expr: quantile(0.99, 'presente_face_stage_duration_seconds', '', 'stage'), legend: '{{stage}}' }],
        },
      ],
    },
    {
      title: 'Workers',
      panels: [
        {
          title: 'Face threads in use',
          about: 'All busy for long: more workers.',
          unit: 'percentunit',
          bad: 0.95,
          queries: [
            {
              expr: 'sum by (instance) (presente_face_threads{state="busy"}) / sum by (instance) (presente_face_threads)',
              legend: '{{instance}}',
            },
          ],
        },
        {
          title: 'Jobs in hand',
          about: 'The worker finds its limit out by itself.',
          unit: 'short',
          queries: [
            { expr: 'presente_worker_jobs_in_hand', legend: '{{instance}} in hand' },
            { expr: 'presente_worker_jobs_limit', legend: '{{instance}} limit' },
          ],
        },
        {
          title: 'Frames that wait for a thread',
          about: 'Memory is held while they do.',
          unit: 'short',
          queries: [{ expr: 'presente_face_frames_waiting', legend: '{{instance}}' }],
        },
      ],
    },
  ],
};
