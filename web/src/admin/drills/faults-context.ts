import { createContext, useContext, useEffect, useState } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { useMay } from '../abilities';
import { type FaultsQuery } from '../graphql/graphql';
import { FAULTS } from './documents';
import { POLLED } from '../../shared/api/polled';

/** Milliseconds; who looks at another page hears of a fault soon enough. */
const EVERY = 3_000;

export type Fault = FaultsQuery['faultsOverview']['faults'][number];

interface Faults {
  /** Whether anything can be broken on purpose here, and by this user. */
  readonly isEnabled: boolean;
  readonly faults: readonly Fault[];
  readonly error: CombinedError | undefined;
  readonly read: () => void;
}

export const FaultsContext = createContext<Faults>({
  isEnabled: false,
  faults: [],
  error: undefined,
  read: () => undefined,
});

export const useFaults = (): Faults => useContext(FaultsContext);

/** Asks once, and goes on asking only where faults are possible. */
export function useFaultsQuery(): Faults {
  const may = useMay();
  const [{ data, error }, execute] = useQuery({ query: FAULTS, pause: !may('drills') });
  // What is broken may be what answers this: what was known last stays, and is asked for again.
  const [known, setKnown] = useState<FaultsQuery['faultsOverview']>();
  const told = error === undefined ? data?.faultsOverview : undefined;
  if (told !== undefined && told !== known) setKnown(told);
  const isEnabled = known?.enabled === true;
  useEffect(() => {
    if (!isEnabled) return undefined;
    const timer = setInterval(() => {
      execute(POLLED);
    }, EVERY);
    return () => {
      clearInterval(timer);
    };
  }, [isEnabled, execute]);
  return {
    isEnabled,
    faults: known?.faults ?? [],
    error,
    read: () => {
      execute(POLLED);
    },
  };
}
