import Table from 'cli-table3';
import { type FaceAnalysis, type ModelIdentity } from '../../../src/platform/face/face-engine.js';
import { genuineComparisons, highestImpostors, type Trial } from './comparisons.js';
import { impostorCount, type Population, populationOf, tarIntervals } from './identity-bootstrap.js';
import { type LabelledSet } from './labelled-set.js';
import { allowedMatches, operatingPoint } from './operating-point.js';
import { splitByEnrolment, trialOf } from './templates.js';
import { type Interval } from './wilson.js';

/** Rates that are reported, as keys of the result; one that not even one comparison may reach is null. */
const RATES = ['1e-3', '1e-4', '1e-5', '1e-6'] as const;

/** For the bounds the tail reaches so much further than the highest rate: of a draw of identities more can match. */
const RESERVE = 4;

/** By rate; null where the comparisons are too few for it. */
type ByRate<T> = Readonly<Record<(typeof RATES)[number], T | null>>;

/** The result of `eval verification --enrol N`, as `--json` prints it. */
export interface EnrolmentReport {
  readonly engine: string;
  readonly model: ModelIdentity;
  /** Photos in each template. */
  readonly enrol: number;
  readonly templates: number;
  readonly probes: number;
  readonly failedToAcquire: number;
  /** Comparisons; a genuine one whose probe shows no face counts as a miss, as does one whose template has no photo with a face. */
  readonly n: { readonly genuine: number; readonly impostor: number };
  readonly tarAtFmr: ByRate<number>;
  /** 95 % of TAR, by drawing identities: see identity-bootstrap.ts. */
  readonly bounds: ByRate<Interval>;
  readonly thresholds: ByRate<number>;
  readonly falseMatches: ByRate<number>;
}

/** @param faces of each image of the set: with their mirror pictures where they are in a template */
export function enrolmentReport(
  engine: string,
  model: ModelIdentity,
  set: LabelledSet,
  photos: number,
  faces: readonly (FaceAnalysis | undefined)[],
): EnrolmentReport {
  const { enrolments, probes } = splitByEnrolment(set.images, photos);
  const identityAt = (position: number): number => set.images[position]?.identity ?? -1;
  const trial = trialOf(set, photos, faces);
  const population = populationOf(set.identities, trial.templates.identities, trial.probes.identities);
  const genuine = genuineCount(enrolments, probes.map(identityAt));
  return {
    engine,
    model,
    enrol: photos,
    templates: trial.templates.identities.length,
    probes: probes.length,
    failedToAcquire: faces.filter((face) => face === undefined).length,
    n: { genuine, impostor: impostorCount(population) },
    ...atRates(trial, population, genuine),
  };
}

/** How many genuine comparisons there would be if every image gave a face. */
function genuineCount(enrolments: readonly { readonly identity: number }[], probes: readonly number[]): number {
  const enrolled = new Set(enrolments.map(({ identity }) => identity));
  return probes.filter((identity) => enrolled.has(identity)).length;
}

function atRates(
  trial: Trial,
  population: Population,
  trials: number,
): Pick<EnrolmentReport, 'tarAtFmr' | 'bounds' | 'thresholds' | 'falseMatches'> {
  const impostor = impostorCount(population);
  const supported = RATES.filter((fmr) => allowedMatches(Number(fmr), impostor) >= 1);
  const genuine = genuineComparisons(trial);
  const tail = highestImpostors(trial, allowedMatches(RESERVE * Number(RATES[0]), impostor) + 1);
  const scores = Float32Array.from(tail, ({ score }) => score);
  const bounds = tarIntervals(genuine, tail, supported.map(Number), population);
  const points = supported.map((fmr) => operatingPoint(scores, allowedMatches(Number(fmr), impostor)));
  const tarAt = (threshold: number): number => genuine.filter(({ score }) => score >= threshold).length / trials;
  return {
    tarAtFmr: byRate(points.map(({ threshold }) => tarAt(threshold))),
    bounds: byRate(bounds.map((interval) => scaled(interval, genuine.length / trials))),
    thresholds: byRate(points.map(({ threshold }) => threshold)),
    falseMatches: byRate(points.map(({ falseMatches }) => falseMatches)),
  };
}

/** @param values of the highest rates; those after them are too low for the comparisons */
const byRate = <T>([first, second, third, fourth]: readonly T[]): ByRate<T> => ({
  '1e-3': first ?? null,
  '1e-4': second ?? null,
  '1e-5': third ?? null,
  '1e-6': fourth ?? null,
});

/** The draws know of the comparisons that could be made; those that could not are misses in each. */
const scaled = ({ low, high }: Interval, acquired: number): Interval => ({
  low: low * acquired,
  high: high * acquired,
});

/** For people. */
export function readableEnrolmentReport(report: EnrolmentReport): string {
  const table = new Table({
    head: ['at FMR', 'TAR', '95 % bounds', 'threshold', 'false matches'],
    style: { head: [], border: [] },
  });
  for (const fmr of RATES) {
    const [tar, bounds] = [report.tarAtFmr[fmr], report.bounds[fmr]];
    if (tar === null || bounds === null) table.push([fmr, 'too few comparisons', '-', '-', '-']);
    else {
      const range = `${percent(bounds.low)} … ${percent(bounds.high)}`;
      table.push([
        fmr,
        percent(tar),
        range,
        report.thresholds[fmr]?.toFixed(4) ?? '-',
        report.falseMatches[fmr] ?? '-',
      ]);
    }
  }
  return [
    `${report.engine}: ${report.model.id} ${report.model.version}`,
    `${report.templates} templates of ${report.enrol} ${report.enrol === 1 ? 'photo' : 'photos'}, ${report.probes} probes, no usable face in ${report.failedToAcquire} images`,
    `${report.n.genuine} genuine, ${report.n.impostor} impostor comparisons`,
    table.toString(),
  ].join('\n');
}

const percent = (rate: number): string => `${(100 * rate).toFixed(2)} %`;
