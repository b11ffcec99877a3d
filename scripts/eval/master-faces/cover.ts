import { compareEmbeddings } from '../../../src/platform/face/fuse.js';

/** A person's template. */
export interface Target {
  readonly identity: number;
  readonly embedding: Float32Array;
}

/** A face that might pass for many people. */
export interface Candidate {
  /** Whose picture it is: nobody is a master of their own template. Undefined for an embedding of nobody. */
  readonly identity: number | undefined;
  /** Unit length. */
  readonly embedding: Float32Array;
}

/** Positions of the targets that the candidate passes for, one at a time. */
export const coveredBy = (candidate: Candidate, targets: readonly Target[], threshold: number): number[] =>
  targets.flatMap(({ identity, embedding }, position) =>
    identity !== candidate.identity && compareEmbeddings(candidate.embedding, embedding) >= threshold ? [position] : [],
  );

/** How many targets at least one of the candidates passes for. */
export const coverOf = (candidates: readonly Candidate[], targets: readonly Target[], threshold: number): number =>
  new Set(candidates.flatMap((candidate) => coveredBy(candidate, targets, threshold))).size;

/**
 * Sets that together cover as much as can be found by always taking the one that adds most: at least 63 % of the best possible
 * (Nemhauser, Wolsey and Fisher 1978). Ends early when none adds anything.
 * @returns positions of the sets, in the order taken
 */
export function greedyCover(sets: readonly (readonly number[])[], count: number): number[] {
  const covered = new Set<number>();
  const taken: number[] = [];
  while (taken.length < count) {
    const gains = sets.map((set) => set.filter((member) => !covered.has(member)).length);
    const best = gains.indexOf(Math.max(...gains));
    if ((gains[best] ?? 0) === 0) break;
    taken.push(best);
    sets[best]?.forEach((member) => covered.add(member));
  }
  return taken;
}
