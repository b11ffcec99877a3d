import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { type MyStandingQuery } from '../graphql/graphql';
import { MY_STANDING } from './documents';

/** Milliseconds; a consent that the registrar ends is seen no later. */
const EVERY = 10_000;

/** Who the pass is of and what stands against them, as last heard; undefined until it was. */
export function useStanding(): MyStandingQuery | undefined {
  const client = useClient();
  const [standing, setStanding] = useState<MyStandingQuery>();
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const { data, error } = await client.query(MY_STANDING, {}).toPromise();
      if (!isOver && error === undefined) setStanding(data);
    };
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    void look();
    return () => {
      isOver = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client]);
  return standing;
}
