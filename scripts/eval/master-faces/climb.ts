import { compareEmbeddings, toUnitLength } from '../../../src/platform/face/fuse.js';

const STEPS = 60;

/** Radians at first, falling to nothing. */
const FIRST_STEP = 0.3;

/** How far below the threshold a score still draws: cosine. */
const REACH = 0.04;

/**
 * Climbs on the sphere to an embedding that more targets match: by the gradient of a soft count of them. No picture need exist
 * that has it, so it is the worst that a maker of such pictures could reach.
 * @param start and `targets` unit length
 * @returns of the way, the embedding that most targets match
 */
export function climb(start: Float32Array, targets: readonly Float32Array[], threshold: number): Float32Array {
  let here = start;
  let best = { matches: matchesOf(here, targets, threshold), embedding: here };
  for (let step = 0; step < STEPS; step++) {
    here = stepFrom(here, targets, threshold, FIRST_STEP * (1 - step / STEPS));
    const matches = matchesOf(here, targets, threshold);
    if (matches > best.matches) best = { matches, embedding: here };
  }
  return best.embedding;
}

const matchesOf = (embedding: Float32Array, targets: readonly Float32Array[], threshold: number): number =>
  targets.filter((target) => compareEmbeddings(embedding, target) >= threshold).length;

function stepFrom(
  here: Float32Array,
  targets: readonly Float32Array[],
  threshold: number,
  length: number,
): Float32Array {
  const gradient = new Float64Array(here.length);
  for (const target of targets) {
    const part = 1 / (1 + Math.exp((threshold - compareEmbeddings(here, target)) / REACH));
    const pull = part * (1 - part);
    target.forEach((value, index) => (gradient[index] = (gradient[index] ?? 0) + pull * value));
  }
  const norm = Math.hypot(...gradient);
  return norm === 0 ? here : toUnitLength(here.map((value, index) => value + (length * (gradient[index] ?? 0)) / norm));
}
