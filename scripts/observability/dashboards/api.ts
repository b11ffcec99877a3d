import { type Dashboard, orZero, perSecond, quantile } from './panel.js';

/** Rate, errors and duration of every operation. */
export const api: Dashboard = {
  uid: 'presente-api',
  title: 'API',
  about: 'Rate, errors and duration by field of the schema.',
  rows: [
    {
      title: 'GraphQL',
      panels: [
        {
          title: 'Rate',
          about: 'Fields of the query and the mutation type.',
          unit: 'reqps',
          width: 12,
          queries: [{ expr: perSecond('presente_graphql_fields_total', 'field'), legend: '{{field}}' }],
        },
        {
          title: 'Errors',
          about: 'By code. UNAVAILABLE: the database or the queue is away.',
          unit: 'ops',
          width: 12,
          queries: [
            {
              expr: orZero(perSecond('presente_graphql_fields_total{outcome!="ok"}', 'field, outcome')),
              legend: '{{field}} {{outcome}}',
            },
          ],
        },
        {
          title: 'Duration, 99 of 100',
          about: 'With exemplars of traces where they are on.',
          unit: 's',
          bad: 1,
          width: 12,
          queries: [
            { expr: quantile(0.99, 'presente_graphql_field_duration_seconds', '', 'field'), legend: '{{field}}' },
          ],
        },
        {
          title: 'Refused before anything ran',
          about: 'Too deep, too large, unknown: somebody tries, or a front end is out of date.',
          unit: 'ops',
          width: 12,
          queries: [{ expr: orZero(perSecond('presente_graphql_refused_total', 'code')), legend: '{{code}}' }],
        },
      ],
    },
    {
      title: 'Uploads',
      panels: [
        {
          title: 'Uploads',
          about: 'Of frames, by how they ended.',
          unit: 'reqps',
          width: 12,
          queries: [
            { expr: perSecond('presente_capture_upload_duration_seconds_count', 'outcome'), legend: '{{outcome}}' },
          ],
        },
        {
          title: 'Duration of an upload',
          about: 'Grows with slow networks at the doors.',
          unit: 's',
          width: 12,
          queries: [
            { expr: quantile(0.5, 'presente_capture_upload_duration_seconds'), legend: 'half' },
            { expr: quantile(0.99, 'presente_capture_upload_duration_seconds'), legend: '99 of 100' },
          ],
        },
      ],
    },
  ],
};
