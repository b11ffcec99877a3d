import { type filtersTexts as es } from './filters-texts.es';

export const filtersTexts: typeof es = {
  region: 'Filters',
  text: 'Search',
  textHint: 'Title or description',
  mine: 'Mine',
  reviews: 'Reviews',
  waiting: 'Waiting > 10 min',
  dues: { TODAY: 'Due today', OVERDUE: 'Overdue' },
  labels: 'Labels',
  assignees: 'Assignees',
  clear: 'Clear filters',
  shown_one: '{{count}} card shown; hidden: {{hidden}}.',
  shown_other: '{{count}} cards shown; hidden: {{hidden}}.',
};
