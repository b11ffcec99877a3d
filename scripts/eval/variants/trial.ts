import { fuseEmbeddings, toUnitLength } from '../../../src/platform/face/fuse.js';
import { allowedMatches, operatingPoint } from '../verification/operating-point.js';

/** What the network gave, before its length was taken away. */
export interface Vector {
  readonly unit: Float32Array;
  /** The network's own length, in standard deviations from the mean of the set: short where it saw little of a face. */
  readonly length: number;
}

export interface Labelled extends Vector {
  readonly identity: number;
}

export type Score = (template: Vector, probe: Vector) => number;

/** At rates of 1e-3, 1e-4 and 1e-5; null where not one comparison may match. */
export type Tars = readonly (number | null)[];

export interface Outcome {
  readonly tars: Tars;
  /**
   * FMR among the tenth of probes with the shortest vectors, by the FMR of all, at a threshold of 1e-4: how much more often an
   * impostor matches who sees to it that the picture is bad.
   */
  readonly badPictures: number | null;
}

export const RATES = [1e-3, 1e-4, 1e-5] as const;
const WORKING = 1e-4;

/** Of several pictures of one person: their directions fused as in a template, and the mean of their lengths. */
export const fused = (vectors: readonly Vector[]): Vector => ({
  unit: fuseEmbeddings(vectors.map(({ unit }) => unit)),
  length: vectors.reduce((sum, { length }) => sum + length, 0) / vectors.length,
});

/** @param raw one vector for each image, as the network gave it */
export function vectorsOf(raw: readonly Float32Array[]): Vector[] {
  const lengths = raw.map((values) => Math.hypot(...values));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const deviation = Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length);
  return raw.map((values, index) => ({
    unit: toUnitLength(values),
    length: ((lengths[index] ?? 0) - mean) / deviation,
  }));
}

export function outcomeOf(templates: readonly Labelled[], probes: readonly Labelled[], score: Score): Outcome {
  const genuine: number[] = [];
  const impostor: { score: number; length: number }[] = [];
  for (const template of templates) {
    for (const probe of probes) {
      const value = Math.fround(score(template, probe));
      if (template.identity === probe.identity) genuine.push(value);
      else if (value > KEPT) impostor.push({ score: value, length: probe.length });
    }
  }
  impostor.sort((a, b) => b.score - a.score);
  const descending = Float32Array.from(impostor, (one) => one.score);
  const comparisons = templates.length * probes.length - genuine.length;
  const thresholdAt = (fmr: number): number => operatingPoint(descending, allowedMatches(fmr, comparisons)).threshold;
  return {
    tars: RATES.map((fmr) =>
      allowedMatches(fmr, comparisons) < 1 || genuine.length === 0
        ? null
        : genuine.filter((value) => value >= thresholdAt(fmr)).length / genuine.length,
    ),
    badPictures: badPicturesOf(impostor, probes, thresholdAt(WORKING)),
  };
}

/** Impostor scores below it match at no rate that is reported; they are not kept. */
const KEPT = 0.2;

function badPicturesOf(
  impostor: readonly { readonly score: number; readonly length: number }[],
  probes: readonly Labelled[],
  threshold: number,
): number | null {
  const ascending = probes.map(({ length }) => length).sort((a, b) => a - b);
  const shortest = ascending[Math.floor(probes.length / 10)] ?? 0;
  const matches = impostor.filter(({ score }) => score >= threshold);
  if (matches.length === 0) return null;
  const part = probes.filter(({ length }) => length < shortest).length / probes.length;
  return matches.filter(({ length }) => length < shortest).length / matches.length / part;
}
