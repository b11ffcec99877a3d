import { type CalibrationPoint } from '../../src/platform/face/calibration.js';
import { allowedMatches, operatingPoint } from '../eval/verification/operating-point.js';
import { wilsonInterval } from '../eval/verification/wilson.js';

/** The highest FMR of a calibration: nobody would let one impostor in a hundred pass. */
export const HIGHEST_FMR = 1e-2;

/**
 * At the lowest FMR at least so many impostor comparisons match: with 30 errors the true rate lies within 30 % of the measured
 * one, at 90 % confidence (the "rule of 30" of G. R. Doddington, 1998).
 */
export const FEWEST_MATCHES = 30;

const POINTS_PER_DECADE = 8;

/**
 * Points evenly spaced in log(FMR), from {@link HIGHEST_FMR} down to what the comparisons support.
 * @param descending the highest impostor scores
 * @param impostor how many impostor comparisons there were in all
 */
export function calibrationPoints(descending: Float32Array, impostor: number): CalibrationPoint[] {
  const most = allowedMatches(HIGHEST_FMR, impostor);
  const steps = Math.floor(Math.log10(most / FEWEST_MATCHES) * POINTS_PER_DECADE);
  const spaced = Array.from({ length: steps + 1 }, (_, step) => Math.round(most / 10 ** (step / POINTS_PER_DECADE)));
  const allowed = most < FEWEST_MATCHES ? [] : [...spaced, FEWEST_MATCHES];
  const points = allowed.map((matches) => pointAt(descending, matches, impostor));
  // equal scores can make one threshold of two
  const distinct = new Map(points.map((point) => [point.falseMatches, point]));
  return [...distinct.values()].filter(({ falseMatches }) => falseMatches >= FEWEST_MATCHES);
}

function pointAt(descending: Float32Array, allowed: number, impostor: number): CalibrationPoint {
  const { threshold, falseMatches } = operatingPoint(descending, allowed);
  const { low, high } = wilsonInterval(falseMatches, impostor);
  return { score: threshold, falseMatches, fmr: falseMatches / impostor, low, high };
}
