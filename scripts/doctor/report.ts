import { type Finding } from './finding.js';

/** What one check found, under its name. */
export interface Examined {
  readonly name: string;
  readonly findings: readonly Finding[];
}

const signs = { ok: '✓', warning: '!', failure: '✗' } as const;

/** A line for each finding, with the way to mend it below, and a line that sums up. */
export function readableReport(examined: readonly Examined[]): string {
  const width = Math.max(...examined.map(({ name }) => name.length));
  const lines = examined.flatMap(({ name, findings }) =>
    findings.flatMap((finding) => [
      `${signs[finding.status]} ${name.padEnd(width)}  ${finding.found}`,
      ...(finding.status === 'ok' ? [] : [`  ${' '.repeat(width)}  → ${finding.fix}`]),
    ]),
  );
  const { failures, warnings } = totals(examined);
  const verdict = failures + warnings === 0 ? 'All is well.' : `${failures} to mend, ${warnings} to look at.`;
  return [...lines, '', verdict].join('\n');
}

/** One JSON object on one line. */
export function jsonReport(examined: readonly Examined[]): string {
  return JSON.stringify({ ...totals(examined), checks: examined });
}

export function totals(examined: readonly Examined[]): { failures: number; warnings: number } {
  const count = (status: Finding['status']) =>
    examined.flatMap(({ findings }) => findings).filter((finding) => finding.status === status).length;
  return { failures: count('failure'), warnings: count('warning') };
}
