import { useState } from 'react';

interface Loaded<Node> {
  readonly nodes: readonly Node[];
  readonly isLoading: boolean;
}

/** The rows of a list or, until the first of another one are there, those that were shown before: nothing jumps while somebody types. */
export function useStillShown<Node>({ nodes, isLoading }: Loaded<Node>): readonly Node[] {
  const [last, setLast] = useState(nodes);
  if (!isLoading && last !== nodes) setLast(nodes);
  return isLoading && nodes.length === 0 ? last : nodes;
}
