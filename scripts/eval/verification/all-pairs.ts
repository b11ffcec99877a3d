import { TopScores } from './top-scores.js';

/** Embeddings of unit length, one a row, rows of one identity next to each other. */
export interface EmbeddingRows {
  readonly values: Float32Array;
  /** A multiple of 4; zeros at the end of a row change no cosine. */
  readonly dimensions: number;
  /** Of each row, the number of its identity. */
  readonly identities: Int32Array;
}

/** Rows compared with rows of another block while both lie in the processor's cache: 64 × 512 × 4 bytes. */
const BLOCK = 64;

/** The `capacity` highest scores of all pairs of rows of different identities, highest first. */
export function impostorTail(rows: EmbeddingRows, capacity: number): Float32Array {
  const tail = new TopScores(capacity);
  const { identities } = rows;
  const count = identities.length;
  for (let top = 0; top < count; top += BLOCK) {
    for (let left = top; left < count; left += BLOCK) {
      for (let a = top; a < Math.min(top + BLOCK, count); a++) {
        for (let b = Math.max(left, a + 1); b < Math.min(left + BLOCK, count); b++) {
          if (identities[a] !== identities[b]) tail.add(scoreOf(rows, a, b));
        }
      }
    }
  }
  return tail.descending();
}

/** For each threshold, how many pairs of rows of one identity score at least that. */
export function genuineMatches(rows: EmbeddingRows, thresholds: readonly number[]): number[] {
  const matches = thresholds.map(() => 0);
  const { identities } = rows;
  for (let a = 0; a < identities.length; a++) {
    for (let b = a + 1; b < identities.length && identities[b] === identities[a]; b++) {
      const score = scoreOf(rows, a, b);
      thresholds.forEach((threshold, index) => {
        if (score >= threshold) matches[index] = (matches[index] ?? 0) + 1;
      });
    }
  }
  return matches;
}

/**
 * Cosine of two rows, in single precision like the scores that are kept, so that equal scores stay equal.
 * Four sums let the processor work on four products at once.
 */
export function scoreOf({ values, dimensions }: EmbeddingRows, a: number, b: number): number {
  const from = a * dimensions;
  const to = b * dimensions;
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < dimensions; i += 4) {
    s0 += (values[from + i] ?? 0) * (values[to + i] ?? 0);
    s1 += (values[from + i + 1] ?? 0) * (values[to + i + 1] ?? 0);
    s2 += (values[from + i + 2] ?? 0) * (values[to + i + 2] ?? 0);
    s3 += (values[from + i + 3] ?? 0) * (values[to + i + 3] ?? 0);
  }
  return Math.fround(s0 + s1 + s2 + s3);
}

/** Pairs among images of the given identities: within one, and across. */
export function countPairs(identities: Iterable<number>): { genuine: number; impostor: number } {
  const sizes = new Map<number, number>();
  let images = 0;
  for (const identity of identities) {
    sizes.set(identity, (sizes.get(identity) ?? 0) + 1);
    images++;
  }
  const genuine = [...sizes.values()].reduce((sum, size) => sum + (size ** 2 - size) / 2, 0);
  return { genuine, impostor: (images ** 2 - images) / 2 - genuine };
}
