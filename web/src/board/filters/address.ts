import { type Due, type Filter } from './matches';

/** What of a filter somebody chooses. */
export type Chosen = Omit<Filter, 'found' | 'reasons'>;

const DUE: Readonly<Record<Due, string>> = { TODAY: 'today', OVERDUE: 'overdue' };

/** From the query of an address: whoever opens it sees what its sender saw. */
export function chosenOf(params: URLSearchParams): Chosen {
  const due = params.get('due');
  return {
    text: params.get('q') ?? '',
    mine: params.has('mine'),
    reviews: params.has('reviews'),
    waiting: params.has('waiting'),
    due: due === DUE.TODAY ? 'TODAY' : due === DUE.OVERDUE ? 'OVERDUE' : undefined,
    labels: listOf(params.get('labels')),
    assignees: listOf(params.get('assignees')),
  };
}

/** Only what is chosen stands in the address. */
export function paramsOf(chosen: Chosen): URLSearchParams {
  const { text, due, labels, assignees } = chosen;
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  for (const name of ['mine', 'reviews', 'waiting'] as const) if (chosen[name]) params.set(name, '1');
  if (due !== undefined) params.set('due', DUE[due]);
  if (labels.length > 0) params.set('labels', labels.join(','));
  if (assignees.length > 0) params.set('assignees', assignees.join(','));
  return params;
}

const listOf = (value: string | null): readonly string[] => value?.split(',').filter((id) => id !== '') ?? [];
