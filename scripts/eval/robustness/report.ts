import Table from 'cli-table3';
import { type ModelIdentity } from '../../../src/platform/face/face-engine.js';
import { type Errors } from './errors.js';

/** The result of `eval robustness`, as `--json` prints it. */
export interface RobustnessReport {
  readonly engine: string;
  readonly model: ModelIdentity;
  readonly fmr: number;
  readonly threshold: number;
  /** People with a template of one photo. */
  readonly templates: number;
  readonly conditions: readonly ({ readonly condition: string } & Errors)[];
  /** Of the pictures as they are, by thirds of each quality. */
  readonly qualities: readonly ({ readonly quality: string; readonly third: string } & Errors)[];
}

/** For people. */
export function readableRobustness(report: RobustnessReport): string {
  return [
    `${report.engine}: ${report.model.id} ${report.model.version}; threshold ${report.threshold.toFixed(4)} for an FMR of ${report.fmr}, ${report.templates} templates of one photo`,
    tableOf(report.conditions.map((row) => [row.condition, row])),
    tableOf(report.qualities.map((row) => [`${row.quality}, ${row.third} third`, row])),
    'By group: "eval verification --enrol 1 --groups FILE", with labels of your own; this set has none.',
  ].join('\n');
}

function tableOf(rows: readonly (readonly [string, Errors])[]): string {
  const table = new Table({
    head: ['pictures', 'probes', 'refused', 'TAR of the rest', '95 % bounds', 'false matches'],
    style: { head: [], border: [] },
  });
  for (const [name, errors] of rows) {
    const { probes, refused, tar, bounds, falseMatches, impostor } = errors;
    const reasons = Object.entries(refused).map(([reason, count]) => `${reason} ${percent(count / probes)}`);
    const range = bounds === null ? '-' : `${percent(bounds.low)} … ${percent(bounds.high)}`;
    table.push([
      name,
      probes,
      reasons.join('\n') || 'none',
      tar === null ? '-' : percent(tar),
      range,
      `${falseMatches} of ${impostor}`,
    ]);
  }
  return table.toString();
}

const percent = (rate: number): string => `${(100 * rate).toFixed(1)} %`;
