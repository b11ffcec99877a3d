import { useState } from 'react';
import { type CombinedError, type OperationResult, useClient } from 'urql';
import { SHEET_LIMIT } from '../cards/sheet-limit';
import { type PeopleQuery, type PeopleQueryVariables } from '../graphql/graphql';
import { PEOPLE } from './documents';

type Answer = OperationResult<PeopleQuery, PeopleQueryVariables>;
/** Where to go on; undefined at the end. */
type Next = Pick<PeopleQueryVariables, 'after'> | undefined;

/** Asks for whomever a search finds, also those whose page was not asked for yet; no more than fit on the sheets. */
export function useFoundIds() {
  const client = useClient();
  const [isFinding, setFinding] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const find = async (search: Omit<PeopleQueryVariables, 'after'>): Promise<readonly string[]> => {
    setFinding(true);
    setError(undefined);
    const ids: string[] = [];
    let next: Next = { after: null };
    while (next !== undefined && ids.length < SHEET_LIMIT) {
      const answer: Answer = await client.query(PEOPLE, { ...search, ...next }, { requestPolicy: 'network-only' });
      setError(answer.error);
      const page = answer.error === undefined ? answer.data?.persons : undefined;
      ids.push(...(page?.nodes ?? []).map(({ id }) => id));
      next = page?.pageInfo.hasNextPage === true ? { after: page.pageInfo.endCursor } : undefined;
    }
    setFinding(false);
    return ids;
  };
  return { find, isFinding, error };
}
