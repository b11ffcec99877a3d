import { type Candidate, coveredBy, greedyCover, type Target } from './cover.js';
import { climb } from './climb.js';

/** Of so many of the best pictures a climb begins: one may lead to a hill that another does not. */
const STARTS = 5;

/** The pictures among `candidates` that together pass for most targets. */
export function bestPictures(
  candidates: readonly Candidate[],
  targets: readonly Target[],
  threshold: number,
  count: number,
): Candidate[] {
  const sets = candidates.map((candidate) => coveredBy(candidate, targets, threshold));
  return greedyCover(sets, count).flatMap((position) => candidates[position] ?? []);
}

/** Embeddings of nobody that together pass for most targets: each climbs to those that none before it passes for. */
export function bestEmbeddings(
  candidates: readonly Candidate[],
  targets: readonly Target[],
  threshold: number,
  count: number,
): Candidate[] {
  const found: Candidate[] = [];
  let left = targets;
  while (found.length < count && left.length > 0) {
    const master = bestClimb(candidates, left, threshold);
    const passed = new Set(coveredBy(master, left, threshold));
    if (passed.size === 0) break;
    found.push(master);
    left = left.filter((_, position) => !passed.has(position));
  }
  return found;
}

function bestClimb(candidates: readonly Candidate[], targets: readonly Target[], threshold: number): Candidate {
  const embeddings = targets.map(({ embedding }) => embedding);
  const counted = candidates.map((candidate) => ({
    candidate,
    covers: coveredBy(candidate, targets, threshold).length,
  }));
  const tops = counted
    .toSorted((a, b) => b.covers - a.covers)
    .slice(0, STARTS)
    .map(({ candidate }): Candidate => {
      return { identity: undefined, embedding: climb(candidate.embedding, embeddings, threshold) };
    });
  return tops.reduce((best, other) =>
    coveredBy(other, targets, threshold).length > coveredBy(best, targets, threshold).length ? other : best,
  );
}
