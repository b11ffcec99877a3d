import { useMemo, useSyncExternalStore } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import { type Identified, type ListState, type Page, PagedList } from './paged-list';

interface Paged<Node extends Identified> extends ListState<Node> {
  readonly more: () => unknown;
  readonly reload: () => unknown;
  readonly put: PagedList<Node>['put'];
}

/**
 * A list that comes by pages. With other variables it is another list.
 * @param query takes `after` beside `variables`
 * @param pageOf finds the page in the answer; must not change from one drawing to the next
 */
export function usePagedList<Data, Variables extends AnyVariables, Node extends Identified>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pageOf: (data: Data) => Page<Node>,
): Paged<Node> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const list = useMemo(
    () =>
      new PagedList<Node>(async (after) => {
        const asked = { ...(JSON.parse(key) as Variables), after };
        const { data, error } = await client.query(query, asked, { requestPolicy: 'network-only' });
        return error === undefined ? { page: pageOf(data!) } : { error };
      }),
    [client, query, key, pageOf],
  );
  const state = useSyncExternalStore(list.subscribe, list.state);
  return { ...state, more: list.more, reload: list.reload, put: list.put };
}
