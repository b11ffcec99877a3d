export interface ScoredPair {
  readonly fold: number;
  readonly same: boolean;
  /** −Infinity when an image of the pair gave no face: no threshold takes it for a match. */
  readonly score: number;
}

export interface CrossValidation {
  /** Mean over the folds of the part of pairs told right, 0..1. */
  readonly accuracy: number;
  /** Of that mean; undefined for fewer than two folds. */
  readonly standardError: number | undefined;
  readonly folds: number;
}

/** A file of one fold is dealt into so many, genuine and impostor pairs each in turn. */
const FOLDS_OF_ONE = 10;

/** The protocol of LFW: each fold is judged at the threshold that is best on all other folds. */
export function crossValidate(pairs: readonly ScoredPair[]): CrossValidation {
  const folds = Object.values(Object.groupBy(severalFolds(pairs), ({ fold }) => fold)).map((fold) => fold ?? []);
  const accuracies = folds.map((fold) => {
    const threshold = bestThreshold(folds.filter((other) => other !== fold).flat());
    return accuracyAt(fold, threshold);
  });
  const accuracy = mean(accuracies);
  return { accuracy, standardError: standardErrorOf(accuracies, accuracy), folds: folds.length };
}

/** Part of `pairs` told right when scores of at least `threshold` are matches. */
export function accuracyAt(pairs: readonly ScoredPair[], threshold: number): number {
  return pairs.filter(({ same, score }) => score >= threshold === same).length / pairs.length;
}

/** Half way between the two neighbouring scores between which most pairs are told right; the highest such place. */
export function bestThreshold(pairs: readonly ScoredPair[]): number {
  const descending = pairs.filter(({ score }) => score > -Infinity).toSorted((a, b) => b.score - a.score);
  let best = { gain: 0, threshold: Infinity };
  let gain = 0;
  descending.forEach(({ same, score }, index) => {
    gain += same ? 1 : -1;
    const next = descending[index + 1]?.score ?? -1;
    if (gain > best.gain && next < score) best = { gain, threshold: (score + next) / 2 };
  });
  return best.threshold;
}

function severalFolds(pairs: readonly ScoredPair[]): readonly ScoredPair[] {
  if (new Set(pairs.map(({ fold }) => fold)).size > 1) return pairs;
  const dealt = { genuine: 0, impostor: 0 };
  return pairs.map((pair) => ({ ...pair, fold: dealt[pair.same ? 'genuine' : 'impostor']++ % FOLDS_OF_ONE }));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function standardErrorOf(values: readonly number[], centre: number): number | undefined {
  if (values.length < 2) return undefined;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance / values.length);
}
