import { countPairs, type EmbeddingRows, genuineMatches, impostorTail } from './all-pairs.js';
import { allowedMatches, operatingPoint } from './operating-point.js';

/** Rates at which verification is reported, as keys of the result. */
export const REPORTED_FMR = ['1e-2', '1e-3', '1e-4', '1e-5'] as const;
export type ReportedFmr = (typeof REPORTED_FMR)[number];
export type AtFmr = Readonly<Record<ReportedFmr, number | null>>;

export interface Verification {
  /** Pairs of images of one person, those with a failed image among them. */
  readonly genuine: number;
  /** Comparisons of two people that could be made. */
  readonly impostor: number;
  /** Part of the genuine pairs that match, 0..1; null where there is nothing to measure it on. */
  readonly tarAtFmr: AtFmr;
  readonly thresholds: AtFmr;
  /** How many impostor comparisons match there: the fewer, the less a figure is worth; 0 says the set is too small. */
  readonly falseMatches: AtFmr;
}

/**
 * TAR at each reported FMR, over all pairs of images. The tail of the impostor scores is exact; a genuine pair with an image
 * that gave no face is a miss.
 * @param rows of the images that gave a face
 * @param identities of all images
 */
export function verify(rows: EmbeddingRows, identities: Iterable<number>): Verification {
  const { genuine } = countPairs(identities);
  const { impostor } = countPairs(rows.identities);
  const tail = impostorTail(rows, allowedMatches(highestOf(REPORTED_FMR), impostor) + 1);
  const points =
    impostor === 0 ? [] : REPORTED_FMR.map((fmr) => operatingPoint(tail, allowedMatches(Number(fmr), impostor)));
  const thresholds = points.map(({ threshold }) => threshold);
  const matches = genuineMatches(rows, thresholds);
  return {
    genuine,
    impostor,
    tarAtFmr: atFmr(matches.map((count) => (genuine === 0 ? null : count / genuine))),
    thresholds: atFmr(thresholds),
    falseMatches: atFmr(points.map(({ falseMatches }) => falseMatches)),
  };
}

const highestOf = (rates: readonly string[]): number => Math.max(...rates.map(Number));

const atFmr = (values: readonly (number | null)[]): AtFmr => {
  const at = (index: number): number | null => values[index] ?? null;
  return { '1e-2': at(0), '1e-3': at(1), '1e-4': at(2), '1e-5': at(3) };
};
