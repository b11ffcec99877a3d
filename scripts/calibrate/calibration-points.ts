import { type CalibrationPoint } from '../../src/platform/face/calibration.js';
import { type Comparison } from '../eval/verification/comparisons.js';
import { fmrIntervals, impostorCount, type Population } from '../eval/verification/identity-bootstrap.js';
import { allowedMatches, operatingPoint } from '../eval/verification/operating-point.js';

/** The highest FMR of a calibration: nobody would let one impostor in a hundred pass. */
export const HIGHEST_FMR = 1e-2;

/**
 * At the lowest FMR at least so many impostor comparisons match: with 30 errors the true rate lies within 30 % of the measured
 * one, at 90 % confidence (the "rule of 30" of G. R. Doddington, 1998).
 */
export const FEWEST_MATCHES = 30;

const POINTS_PER_DECADE = 8;

/** What was measured with templates of one number of photos. */
export interface Measured {
  readonly photos: number;
  /** Highest first; down to more than {@link HIGHEST_FMR} of all. */
  readonly impostors: readonly Comparison[];
  readonly population: Population;
}

/**
 * Points evenly spaced in log(FMR), from {@link HIGHEST_FMR} down to what the comparisons support. Each is that of the templates
 * which need the highest score: the mean of several photos scores higher with strangers, too, and a policy's rate has to hold
 * for whatever templates people have.
 */
export function calibrationPoints(measured: readonly Measured[]): CalibrationPoint[] {
  const scores = measured.map(({ impostors }) => Float32Array.from(impostors, ({ score }) => score));
  const fewest = Math.min(...measured.map(({ population }) => impostorCount(population)));
  const strictest = ratesDownTo(FEWEST_MATCHES / fewest).map((fmr) => {
    const candidates = measured.map(({ population }, index) => ({
      index,
      ...operatingPoint(scores[index] ?? new Float32Array(), allowedMatches(fmr, impostorCount(population))),
    }));
    return candidates.reduce((highest, other) => (other.threshold > highest.threshold ? other : highest));
  });
  return measured
    .flatMap((of, index) =>
      withBounds(
        of,
        strictest.filter((point) => point.index === index),
      ),
    )
    .filter(({ falseMatches }) => falseMatches >= FEWEST_MATCHES)
    .sort((a, b) => b.fmr - a.fmr)
    .filter(risesAfter);
}

/** Equal scores can make one threshold of two. */
const risesAfter = ({ score, fmr }: CalibrationPoint, index: number, points: readonly CalibrationPoint[]): boolean => {
  const before = points[index - 1];
  return before === undefined || (score > before.score && fmr < before.fmr);
};

function ratesDownTo(lowest: number): number[] {
  const steps = Math.floor(Math.log10(HIGHEST_FMR / lowest) * POINTS_PER_DECADE);
  const spaced = Array.from({ length: steps + 1 }, (_, step) => HIGHEST_FMR / 10 ** (step / POINTS_PER_DECADE));
  return lowest > HIGHEST_FMR ? [] : [...spaced, lowest];
}

function withBounds(
  { photos, impostors, population }: Measured,
  points: readonly { readonly threshold: number; readonly falseMatches: number }[],
): CalibrationPoint[] {
  const comparisons = impostorCount(population);
  const bounds = fmrIntervals(
    impostors,
    points.map(({ falseMatches }) => falseMatches),
    population,
  );
  return points.flatMap(({ threshold, falseMatches }, index) => {
    const interval = bounds[index];
    return interval === undefined
      ? []
      : [{ score: threshold, falseMatches, fmr: falseMatches / comparisons, ...interval, photos }];
  });
}
