import { useQuery } from 'urql';
import { RECEIPT } from '../documents';

/** The proof that somebody was erased; undefined when they were not. @param isWanted whether to ask for it at all */
export function useReceipt(personId: string, isWanted: boolean) {
  const [{ data, fetching, error }] = useQuery({ query: RECEIPT, variables: { personId }, pause: !isWanted });
  const receipt = error === undefined ? data?.erasureReceipt : undefined;
  return { receipt, isLoading: isWanted && fetching };
}
