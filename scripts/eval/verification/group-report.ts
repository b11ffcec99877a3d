import Table from 'cli-table3';
import { type FaceAnalysis } from '../../../src/platform/face/face-engine.js';
import { genuineComparisons, impostorsFrom } from './comparisons.js';
import { type Groups } from './groups-file.js';
import { fmrIntervals, fnmrInterval, impostorCount, populationOf } from './identity-bootstrap.js';
import { type LabelledSet } from './labelled-set.js';
import { trialOf } from './templates.js';
import { type Interval, wilsonInterval } from './wilson.js';

/** A rate with its 95 % bounds; null where there was nothing to measure it on. */
export interface Rate {
  readonly rate: number | null;
  readonly bounds: Interval | null;
  /** Comparisons. */
  readonly n: number;
}

/** Errors of one group at a threshold. */
export interface GroupErrors {
  readonly group: string;
  readonly people: number;
  /** Probes of the group that don't match their own person's template. */
  readonly fnmr: Rate;
  /** Probes of the group that match the template of somebody else of the group: strangers who are alike are the harder ones. */
  readonly fmr: Rate;
}

export interface GroupReport {
  readonly groups: readonly GroupErrors[];
  /** The worst group's rate by the best group's; null where the best has none or there are not two. */
  readonly worstToBest: { readonly fnmr: number | null; readonly fmr: number | null };
}

/** @param faces as for `trialOf` */
export function groupReport(
  set: LabelledSet,
  photos: number,
  faces: readonly (FaceAnalysis | undefined)[],
  groups: Groups,
  threshold: number,
): GroupReport {
  const errors = [...groups].map(([group, positions]) => errorsOf(group, positions, set, photos, faces, threshold));
  return {
    groups: errors,
    worstToBest: {
      fnmr: worstToBest(errors.map(({ fnmr }) => fnmr.rate)),
      fmr: worstToBest(errors.map(({ fmr }) => fmr.rate)),
    },
  };
}

function errorsOf(
  group: string,
  positions: ReadonlySet<number>,
  set: LabelledSet,
  photos: number,
  faces: readonly (FaceAnalysis | undefined)[],
  threshold: number,
): GroupErrors {
  const people = new Set([...positions].map((position) => set.images[position]?.identity ?? -1));
  const trial = trialOf(set, photos, faces, {
    enrolled: (identity) => people.has(identity),
    probed: (position) => positions.has(position),
  });
  const population = populationOf(set.identities, trial.templates.identities, trial.probes.identities);
  const genuine = genuineComparisons(trial);
  const misses = genuine.filter(({ score }) => score < threshold).length;
  const impostors = impostorsFrom(trial, threshold);
  const [fmr = { low: 0, high: 1 }] = fmrIntervals(impostors, [impostors.length], population);
  return {
    group,
    people: people.size,
    fnmr: rateOf(misses, genuine.length, () => fnmrInterval(genuine, threshold, population)),
    fmr: rateOf(impostors.length, impostorCount(population), () => fmr),
  };
}

/**
 * The wider of two intervals on each side: drawing people says nothing where no error was seen, and Wilson's takes comparisons of
 * one person for independent.
 */
function rateOf(errors: number, n: number, byPeople: () => Interval): Rate {
  if (n === 0) return { rate: null, bounds: null, n };
  const [people, comparisons] = [byPeople(), wilsonInterval(errors, n)];
  const bounds = { low: Math.min(people.low, comparisons.low), high: Math.max(people.high, comparisons.high) };
  return { rate: errors / n, bounds, n };
}

function worstToBest(rates: readonly (number | null)[]): number | null {
  const known = rates.filter((rate) => rate !== null);
  const best = Math.min(...known);
  return known.length < 2 || best === 0 ? null : Math.max(...known) / best;
}

/** For people. */
export function readableGroupReport(
  report: GroupReport & { readonly fmr: number; readonly threshold: number },
): string {
  const table = new Table({
    head: ['group', 'people', 'FNMR', '95 % bounds', 'FMR within the group', '95 % bounds'],
    style: { head: [], border: [] },
  });
  for (const { group, people, fnmr, fmr } of report.groups) {
    table.push([group, people, percent(fnmr.rate), range(fnmr, percent), power(fmr.rate), range(fmr, power)]);
  }
  const { fnmr, fmr } = report.worstToBest;
  return [
    `by group, at the threshold ${report.threshold.toFixed(4)} for an FMR of ${report.fmr}:`,
    table.toString(),
    `worst to best: FNMR ${times(fnmr)}, FMR ${times(fmr)}`,
  ].join('\n');
}

const percent = (rate: number | null): string => (rate === null ? '-' : `${(100 * rate).toFixed(2)} %`);
const power = (rate: number | null): string => (rate === null ? '-' : rate.toExponential(1));
const times = (ratio: number | null): string => (ratio === null ? 'not known' : ratio.toFixed(1));
const range = ({ bounds }: Rate, as: (rate: number) => string): string =>
  bounds === null ? '-' : `${as(bounds.low)} … ${as(bounds.high)}`;
