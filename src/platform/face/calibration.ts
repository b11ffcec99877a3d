import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const rate = z.number().gt(0).lt(1);

/** FMR at a threshold: `falseMatches` of the impostor comparisons scored at least `score`. */
const point = z.strictObject({
  score: z.number().min(-1).max(1),
  falseMatches: z.int().positive(),
  fmr: rate,
  /** 95 % interval of `fmr`, by drawing people with replacement: comparisons that share a person are not independent. */
  low: z.number().min(0).lt(1),
  high: rate,
  /**
   * Photos in the templates that were compared: of the numbers of photos measured, the one that needs the highest score, so
   * that the rate holds for all of them. Absent where single photos were compared with each other.
   */
  photos: z.int().positive().optional(),
});

/** What `npm run calibrate` writes. The points go from the highest FMR and lowest score to the lowest FMR and highest score. */
export const calibrationSchema = z.strictObject({
  model: z.strictObject({ id: z.string().min(1), version: z.string().min(1) }),
  source: z.strictObject({
    /** Name of the labelled set, for people. */
    dataSet: z.string().min(1),
    images: z.int().positive(),
    failedToAcquire: z.int().nonnegative(),
    identities: z.int().positive(),
    genuine: z.int().nonnegative(),
    /** Comparisons of a template of one photo with a picture of somebody else. */
    impostor: z.int().positive(),
  }),
  points: z
    .array(point)
    .min(2)
    .refine(
      (points) =>
        points.every((right, index) => {
          const left = points[index - 1];
          return left === undefined || (left.score < right.score && left.fmr > right.fmr);
        }),
      { error: 'scores must rise and rates must fall from point to point' },
    ),
});

export type CalibrationData = z.output<typeof calibrationSchema>;
export type CalibrationPoint = CalibrationData['points'][number];

/** @throws Error naming the file and what is wrong with it */
export async function readCalibration(file: string): Promise<Calibration> {
  const result = calibrationSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!result.success) throw new Error(`${file} is not a calibration:\n${z.prettifyError(result.error)}`);
  return new Calibration(result.data);
}

/**
 * Scores and false match rates of one model, as measured. Between two measured points the score is taken to be linear
 * in log(FMR), which impostor scores nearly are over so short a way; beyond the points nothing is guessed.
 */
export class Calibration {
  constructor(readonly data: CalibrationData) {}

  /**
   * Comparison score from which on `fmr` of the impostor comparisons match.
   * @throws RangeError when the comparisons behind this calibration were too few for so low a rate, or never so many matched
   */
  thresholdFor(fmr: number): number {
    const { points } = this.data;
    const at = points.findIndex((point) => point.fmr <= fmr);
    const right = points[at];
    if (right?.fmr === fmr) return right.score;
    const left = points[at - 1];
    if (left === undefined || right === undefined) throw this.outOfRange(fmr);
    return left.score + (right.score - left.score) * (Math.log(fmr / left.fmr) / Math.log(right.fmr / left.fmr));
  }

  /** FMR at a threshold of `score`; 1 below the measured scores and the lowest measured rate above them, so never too low. */
  fmrFor(score: number): number {
    const { points } = this.data;
    const at = points.findIndex((point) => point.score >= score);
    const right = points[at] ?? points.at(-1);
    if (right === undefined) return 1;
    if (score >= right.score) return right.fmr;
    const left = points[at - 1];
    if (left === undefined) return 1;
    return left.fmr * (right.fmr / left.fmr) ** ((score - left.score) / (right.score - left.score));
  }

  private outOfRange(fmr: number): RangeError {
    const { points, model, source } = this.data;
    return new RangeError(
      `No threshold of ${model.id} for an FMR of ${fmr}: its ${source.impostor} impostor comparisons on ${source.dataSet} ` +
        `support ${points.at(-1)?.fmr.toExponential(1) ?? '-'} to ${points[0]?.fmr.toExponential(1) ?? '-'}.`,
    );
  }
}
