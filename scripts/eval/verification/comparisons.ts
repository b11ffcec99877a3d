import { type EmbeddingRows } from './all-pairs.js';
import { TopScores } from './top-scores.js';

/** Templates, and the probes that each of them is compared with. A probe that lies in a template is of the same identity. */
export interface Trial {
  readonly templates: EmbeddingRows;
  readonly probes: EmbeddingRows;
}

/** A comparison of which nothing matters but its score and whose template met whose probe. */
export interface Comparison {
  readonly score: number;
  /** Numbers of identities. */
  readonly template: number;
  readonly probe: number;
}

/** Rows compared with rows of another block while both lie in the processor's cache. */
const BLOCK = 64;

/** The `capacity` highest comparisons of different identities, highest first; more where the last score is shared. */
export function highestImpostors(trial: Trial, capacity: number): Comparison[] {
  return impostorsFrom(trial, impostorScores(trial, capacity).at(-1) ?? Infinity);
}

/** The comparisons of different identities that score at least `threshold`, highest first. */
export function impostorsFrom(trial: Trial, threshold: number): Comparison[] {
  const found: Comparison[] = [];
  forEachPair(trial, (score, template, probe) => {
    if (template !== probe && score >= threshold) found.push({ score, template, probe });
  });
  return found.sort((a, b) => b.score - a.score);
}

/** Highest first. Who is behind them is looked for in a second walk: kept for all, it would be more than the scores. */
function impostorScores(trial: Trial, capacity: number): Float32Array {
  const top = new TopScores(capacity);
  forEachPair(trial, (score, template, probe) => {
    if (template !== probe) top.add(score);
  });
  return top.descending();
}

/** All comparisons within an identity. */
export function genuineComparisons(trial: Trial): Comparison[] {
  const found: Comparison[] = [];
  forEachPair(trial, (score, template, probe) => {
    if (template === probe) found.push({ score, template, probe });
  });
  return found;
}

function forEachPair(
  { templates, probes }: Trial,
  visit: (score: number, template: number, probe: number) => void,
): void {
  const [rows, columns] = [templates.identities, probes.identities];
  for (let top = 0; top < rows.length; top += BLOCK) {
    for (let left = 0; left < columns.length; left += BLOCK) {
      for (let a = top; a < Math.min(top + BLOCK, rows.length); a++) {
        for (let b = left; b < Math.min(left + BLOCK, columns.length); b++) {
          visit(scoreAcross(templates, a, probes, b), rows[a] ?? 0, columns[b] ?? 0);
        }
      }
    }
  }
}

/** As `scoreOf` in all-pairs.ts, of rows of two tables. */
function scoreAcross(templates: EmbeddingRows, a: number, probes: EmbeddingRows, b: number): number {
  const { dimensions, values: left } = templates;
  const { values: right } = probes;
  const from = a * dimensions;
  const to = b * dimensions;
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < dimensions; i += 4) {
    s0 += (left[from + i] ?? 0) * (right[to + i] ?? 0);
    s1 += (left[from + i + 1] ?? 0) * (right[to + i + 1] ?? 0);
    s2 += (left[from + i + 2] ?? 0) * (right[to + i + 2] ?? 0);
    s3 += (left[from + i + 3] ?? 0) * (right[to + i + 3] ?? 0);
  }
  return Math.fround(s0 + s1 + s2 + s3);
}
