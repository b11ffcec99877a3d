import { repeatableRandom } from '../random.js';
import { type Comparison } from './comparisons.js';
import { type Interval } from './wilson.js';

/** How many templates and probes each identity has, by its number. */
export interface Population {
  readonly templates: Int32Array;
  readonly probes: Int32Array;
}

/** 2.5 and 97.5 % of so many are steady to a few per cent of the interval. */
const RESAMPLES = 1000;

/** Comparisons of one resample: each counts as often as both its identities were drawn. */
type Weights = Float64Array;

export function populationOf(identities: number, templates: Iterable<number>, probes: Iterable<number>): Population {
  return { templates: tally(identities, templates), probes: tally(identities, probes) };
}

/** Comparisons of different identities, when identity `i` was drawn `weights[i]` times; with weights of 1 those there are. */
export function impostorCount({ templates, probes }: Population, weights?: Weights): number {
  let [left, right, own] = [0, 0, 0];
  templates.forEach((count, identity) => {
    const weight = weights?.[identity] ?? 1;
    const others = probes[identity] ?? 0;
    left += weight * count;
    right += weight * others;
    own += weight * weight * count * others;
  });
  return left * right - own;
}

/**
 * 95 % intervals of the false match rate at several thresholds, by drawing identities with replacement (Bolle, Ratha and
 * Pankanti 2004, "subsets bootstrap"): comparisons that share a person depend on each other, so an interval that takes each
 * for a trial of its own is too narrow.
 * @param impostors highest first
 * @param counts for each threshold, how many of them match
 */
export function fmrIntervals(
  impostors: readonly Comparison[],
  counts: readonly number[],
  population: Population,
): Interval[] {
  const rates = counts.map(() => new Float64Array(RESAMPLES));
  forEachResample(population, (weights, resample) => {
    const comparisons = impostorCount(population, weights);
    const sums = runningSums(impostors, weights);
    counts.forEach((count, index) => {
      const rate = rates[index];
      if (rate !== undefined) rate[resample] = (sums[count] ?? 0) / comparisons;
    });
  });
  return rates.map(middle95);
}

/**
 * 95 % intervals of TAR at several FMR: of each draw of identities the threshold is found anew, so that what is uncertain about
 * it is in the interval.
 * @param impostors highest first; several times as many as the highest FMR allows
 */
export function tarIntervals(
  genuine: readonly Comparison[],
  impostors: readonly Comparison[],
  rates: readonly number[],
  population: Population,
): Interval[] {
  const tars = rates.map(() => new Float64Array(RESAMPLES));
  forEachResample(population, (weights, resample) => {
    const comparisons = impostorCount(population, weights);
    const sums = runningSums(impostors, weights);
    rates.forEach((fmr, index) => {
      const tooMany = sums.findIndex((sum) => sum > fmr * comparisons);
      const rejected = (tooMany === -1 ? sums.length : tooMany) - 1;
      const highestRejected = impostors[rejected]?.score ?? -1;
      const tar = tars[index];
      if (tar !== undefined) tar[resample] = tarOf(genuine, (score) => score > highestRejected, weights);
    });
  });
  return tars.map(middle95);
}

/** 95 % interval of the false non-match rate at a threshold. */
export function fnmrInterval(genuine: readonly Comparison[], threshold: number, population: Population): Interval {
  const rates = new Float64Array(RESAMPLES);
  forEachResample(population, (weights, resample) => {
    rates[resample] = 1 - tarOf(genuine, (score) => score >= threshold, weights);
  });
  return middle95(rates);
}

/** `sums[n]` is the weight of the first n. */
function runningSums(impostors: readonly Comparison[], weights: Weights): Float64Array {
  const sums = new Float64Array(impostors.length + 1);
  impostors.forEach(({ template, probe }, index) => {
    sums[index + 1] = (sums[index] ?? 0) + (weights[template] ?? 0) * (weights[probe] ?? 0);
  });
  return sums;
}

/** NaN where nobody with a genuine comparison was drawn. */
function tarOf(genuine: readonly Comparison[], matches: (score: number) => boolean, weights: Weights): number {
  let [matched, trials] = [0, 0];
  for (const { score, template } of genuine) {
    const weight = weights[template] ?? 0;
    trials += weight;
    if (matches(score)) matched += weight;
  }
  return matched / trials;
}

function forEachResample({ templates }: Population, use: (weights: Weights, resample: number) => void): void {
  const random = repeatableRandom();
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const weights = new Float64Array(templates.length);
    templates.forEach(() => {
      const identity = Math.floor(random() * templates.length);
      weights[identity] = (weights[identity] ?? 0) + 1;
    });
    use(weights, resample);
  }
}

/** Draws without a single comparison, which small groups have, say nothing. */
function middle95(values: Float64Array): Interval {
  const ascending = values.filter((value) => !Number.isNaN(value)).sort();
  const at = (part: number): number => ascending[Math.round(part * (ascending.length - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

function tally(identities: number, rows: Iterable<number>): Int32Array {
  const counts = new Int32Array(identities);
  for (const identity of rows) counts[identity] = (counts[identity] ?? 0) + 1;
  return counts;
}
