import { useEffect, useRef, useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';

/** What ended is asked for again. */
const AGAIN_MS = 3_000;

interface Asked<Data, Variables extends AnyVariables> {
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly isPaused: boolean;
}

/**
 * Hears all that a subscription says, each thing once. urql's hook has the last of it: of two in a row it may draw one, and the last
 * of before stays where something else is asked for.
 * @returns whether it has spoken since it was asked
 */
export function useNews<Data, Variables extends AnyVariables>(
  { query, variables, isPaused }: Asked<Data, Variables>,
  hear: (data: Data) => void,
): boolean {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [isConnected, setConnected] = useState(false);
  const [tries, setTries] = useState(0);
  const hears = useRef(hear);
  useEffect(() => {
    hears.current = hear;
  });

  useEffect(() => {
    if (isPaused) return undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const following = client.subscription(query, JSON.parse(key) as Variables).subscribe(({ data, error }) => {
      setConnected(error === undefined);
      if (error !== undefined) again ??= setTimeout(() => setTries(tries + 1), AGAIN_MS);
      else if (data !== undefined) hears.current(data);
    });
    return () => {
      clearTimeout(again);
      following.unsubscribe();
      setConnected(false);
    };
  }, [client, query, key, isPaused, tries]);

  return isConnected;
}
