import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useMay } from '../abilities';
import { graphql } from '../graphql';

const NAMES = graphql(`
  query CheckpointNames {
    checkpoints(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

interface Checkpoints {
  /** For a Select; the newest hundred. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly nameOf: (id: string) => string | undefined;
}

/** Checkpoints by their names; none for who may not see them. */
export function useCheckpoints(): Checkpoints {
  const may = useMay();
  const [{ data }] = useQuery({ query: NAMES, pause: !may('checkpoints') });
  return useMemo(() => {
    const nodes = data?.checkpoints.nodes ?? [];
    const names = new Map(nodes.map(({ id, name }) => [id, name]));
    return {
      options: nodes.map(({ id, name }) => ({ value: id, label: name })),
      nameOf: (id) => names.get(id),
    };
  }, [data]);
}
