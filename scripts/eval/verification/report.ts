import Table from 'cli-table3';
import { type ModelIdentity } from '../../../src/platform/face/face-engine.js';
import { type LabelledSet } from './labelled-set.js';
import { type Measurement } from './measure.js';
import { REPORTED_FMR } from './verification.js';

/** The result of `eval verification`, as `--json` prints it; rates are 0..1, null where the set has nothing to measure them on. */
export function reportOf(engine: string, model: ModelIdentity, set: LabelledSet, measured: Measurement) {
  const { crossValidation, verification } = measured;
  return {
    engine,
    model,
    images: set.images.length,
    identities: set.identities,
    failedToAcquire: measured.failedToAcquire,
    pairs: set.pairs.length,
    folds: crossValidation.folds,
    accuracy10fold: crossValidation.accuracy,
    accuracyStandardError: crossValidation.standardError ?? null,
    ...verification,
    labelConflicts: set.labelConflicts,
    imagesPerSecond: Math.round(measured.imagesPerSecond * 10) / 10,
  };
}

export type VerificationReport = ReturnType<typeof reportOf>;

/** For people. */
export function readableReport(report: VerificationReport): string {
  const table = new Table({ head: ['at FMR', 'TAR', 'threshold', 'false matches'], style: { head: [], border: [] } });
  for (const fmr of REPORTED_FMR) {
    table.push([fmr, percent(report.tarAtFmr[fmr]), decimals(report.thresholds[fmr]), report.falseMatches[fmr] ?? '-']);
  }
  const error = report.accuracyStandardError;
  return [
    `${report.engine}: ${report.model.id} ${report.model.version}`,
    `${report.images} images of ${report.identities} people, no usable face in ${report.failedToAcquire}; ${report.imagesPerSecond} images/s`,
    `${report.pairs} pairs in ${report.folds} folds: accuracy ${percent(report.accuracy10fold)}${error === null ? '' : ` ± ${percent(error)}`}`,
    `all pairs: ${report.genuine} genuine, ${report.impostor} impostor`,
    table.toString(),
    ...(report.labelConflicts > 0
      ? [`${report.labelConflicts} pairs are labelled otherwise than their folders say.`]
      : []),
  ].join('\n');
}

const percent = (rate: number | null): string => (rate === null ? '-' : `${(100 * rate).toFixed(2)} %`);
const decimals = (score: number | null): string => (score === null ? '-' : score.toFixed(4));
