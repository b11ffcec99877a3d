/** What a threshold does to impostors, as counted. */
export interface OperatingPoint {
  /** Scores of at least this are matches. */
  readonly threshold: number;
  /** Impostor comparisons that match; 0 means that the data are too few to resolve the rate that was asked for. */
  readonly falseMatches: number;
}

/**
 * The lowest threshold at which at most `allowed` impostor comparisons match. Scores that are equal stand or fall together.
 * @param descending the highest impostor scores, more than `allowed` of them unless there were no more
 */
export function operatingPoint(descending: Float32Array, allowed: number): OperatingPoint {
  const rejected = descending[allowed];
  if (rejected === undefined) return { threshold: -1, falseMatches: descending.length };
  let falseMatches = allowed;
  while (falseMatches > 0 && descending[falseMatches - 1] === rejected) falseMatches--;
  return { threshold: nextAbove(rejected), falseMatches };
}

/** How many of `comparisons` may match at a rate of `fmr`; 1e-3 of 1000 is 1 in spite of floating point. */
export const allowedMatches = (fmr: number, comparisons: number): number => Math.floor(fmr * comparisons * (1 + 1e-12));

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** The next single-precision number. */
function nextAbove(score: number): number {
  float[0] = score === 0 ? 0 : score;
  bits[0] = (bits[0] ?? 0) + (score < 0 ? -1 : 1);
  return float[0];
}
