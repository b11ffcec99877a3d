import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Of CDK's report, what is read here. */
export interface Finding {
  readonly ruleName: string;
  readonly acknowledgedId?: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}
interface Report {
  readonly pluginReports: readonly {
    readonly conclusion: string;
    readonly violations: readonly Finding[];
    readonly suppressedViolations?: readonly Finding[];
  }[];
}

/** What the checks found in an app that was synthesised into `folder`: what ends it, and what was acknowledged. */
export function findingsIn(folder: string): {
  readonly open: readonly Finding[];
  readonly acknowledged: readonly Finding[];
} {
  const report = JSON.parse(readFileSync(path.join(folder, 'validation-report.json'), 'utf8')) as Report;
  return {
    open: report.pluginReports
      .filter(({ conclusion }) => conclusion === 'failure')
      .flatMap(({ violations }) => violations),
    acknowledged: report.pluginReports.flatMap(({ suppressedViolations = [] }) => suppressedViolations),
  };
}

/** Each once, by rule and construct. */
export const linesOf = (findings: readonly Finding[]): string[] => [
  ...new Set(
    findings.flatMap(({ ruleName, acknowledgedId, violatingConstructs }) =>
      violatingConstructs.map(
        ({ constructPath }) => `${acknowledgedId ?? ruleName} ${constructPath.replace(/\/Resource$/, '')}`,
      ),
    ),
  ),
];
