import { percentile } from '../bench/percentile.js';
import { FINDING_KINDS, type FindingKind } from './checker.js';
import { type LedgerEntry } from './ledger.js';
import { type RunResult, tally } from './run.js';

/** What came of all runs. */
export interface ChaosReport {
  readonly runs: number;
  readonly seed: number;
  /** SHA-256 of the faults as planned, the same for the same seed. */
  readonly schedule: string;
  /** Validations that clients asked for. */
  readonly submitted: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly falseAccepts: number;
  readonly wrongAnswers: number;
  readonly stuck: number;
  readonly auditBroken: number;
  /** Seconds; null when there was no run. */
  readonly recoveryP95s: number | null;
  readonly recoveryMaxS: number | null;
  /** Faults that were injected. */
  readonly faults: number;
  readonly faultsByKind: Readonly<Record<string, number>>;
  readonly skipped: readonly string[];
  /** How the validations ended. */
  readonly answers: Readonly<Record<string, number>>;
  /** What clients got instead of an answer. */
  readonly errors: Readonly<Record<string, number>>;
  readonly zombiesRefused: number;
  readonly hours: number;
  /** Backend and number of each run in which something was found. */
  readonly brokenRuns: readonly string[];
}

export function reportOf(
  results: readonly RunResult[],
  { seed, schedule, hours }: Pick<ChaosReport, 'seed' | 'schedule' | 'hours'>,
): ChaosReport {
  const kinds = tally(results.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  const count = (kind: FindingKind): number => kinds[kind] ?? 0;
  const recoveries = results.map(({ recovery }) => recovery);
  const injected = results.flatMap(({ injected }) => injected);
  return {
    runs: results.length,
    seed,
    schedule,
    submitted: sum(results.map(({ submitted }) => submitted)),
    lost: count('lost'),
    duplicated: count('duplicated'),
    falseAccepts: count('falseAccept'),
    wrongAnswers: count('wrongAnswer'),
    stuck: count('stuck'),
    auditBroken: count('auditBroken'),
    recoveryP95s: recoveries.length === 0 ? null : rounded(percentile(recoveries, 0.95)),
    recoveryMaxS: recoveries.length === 0 ? null : rounded(Math.max(...recoveries)),
    faults: injected.length,
    faultsByKind: tally(injected.toSorted()),
    skipped: [...new Set(results.flatMap(({ skipped }) => skipped))],
    answers: added(results.map(({ answers }) => answers)),
    errors: added(results.map(({ errors }) => errors)),
    zombiesRefused: sum(results.map(({ zombiesRefused }) => zombiesRefused)),
    hours,
    brokenRuns: results.filter(isBroken).map(({ plan }) => `${plan.backend} ${plan.run}`),
  };
}

/** As it is kept. */
export function entryOf(
  results: readonly RunResult[],
  { backend, seed, plant, hours }: Pick<LedgerEntry, 'backend' | 'seed' | 'plant' | 'hours'>,
): LedgerEntry {
  return {
    at: new Date().toISOString().slice(0, 10),
    backend,
    plant,
    seed,
    runs: results.length,
    hours,
    submitted: sum(results.map(({ submitted }) => submitted)),
    findings: tally(results.flatMap(({ findings }) => findings.map(({ kind }) => kind))),
    faults: tally(results.flatMap(({ injected }) => injected).toSorted()),
    zombiesRefused: sum(results.map(({ zombiesRefused }) => zombiesRefused)),
    recoveries: results.map(({ recovery }) => rounded(recovery)),
  };
}

export const isBroken = ({ findings }: Pick<RunResult, 'findings'>): boolean => findings.length > 0;

/** One line, to be read while it runs. */
export function lineOf({ plan, findings, injected, submitted, recovery }: RunResult): string {
  const found = FINDING_KINDS.map((kind) => ({ kind, count: findings.filter((one) => one.kind === kind).length }));
  const said = found.flatMap(({ kind, count }) => (count > 0 ? `${count} ${kind}` : [])).join(', ');
  const mark = findings.length > 0 ? '✘' : '✔';
  return `${mark} ${plan.backend} ${plan.run}: ${submitted} validations, ${injected.join(' ')}; quiet after ${rounded(recovery)} s${said && `; ${said}`}`;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const rounded = (value: number): number => Math.round(value * 10) / 10;

function added(tallies: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const words = new Set(tallies.flatMap((one) => Object.keys(one)));
  return Object.fromEntries([...words].toSorted().map((word) => [word, sum(tallies.map((one) => one[word] ?? 0))]));
}
