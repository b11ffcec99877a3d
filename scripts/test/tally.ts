/** What happened, for the closing line; a skipped item has its reason. */
export interface Tally {
  passed: number;
  failed: number;
  readonly skipped: { readonly name: string; readonly reason: string }[];
}

/** The part of a `test:pass` or `test:fail` event of Node's test runner that is counted. */
export interface TestOutcome {
  readonly name: string;
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
  readonly details: { readonly type?: string | undefined; readonly error?: Error & { readonly failureType?: string } };
}

export const emptyTally = (): Tally => ({ passed: 0, failed: 0, skipped: [] });

/**
 * Counts tests, and suites only where they stand for something that was not counted below them: a suite skipped whole,
 * or one that failed by itself, for example in a hook. A parent that failed because a child did is not a second failure.
 */
export function count(tally: Tally, outcome: TestOutcome, passed: boolean): void {
  const { name, skip, todo, details } = outcome;
  const leftOut = skip ?? todo;
  if (leftOut !== undefined && leftOut !== false) {
    const reason = typeof leftOut === 'string' && leftOut !== '' ? leftOut : 'no reason given';
    tally.skipped.push({ name, reason });
  } else if (!passed) {
    if (details.error?.failureType !== 'subtestsFailed') tally.failed++;
  } else if (details.type !== 'suite') {
    tally.passed++;
  }
}

/** The skipped by name, then the closing line that CI reads. */
export function summary({ passed, failed, skipped }: Tally): string {
  const left = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
  return [
    ...skipped.map(({ name, reason }) => `skipped: ${name} (${reason})`),
    `${passed} passed, ${failed} failed${left}`,
  ].join('\n');
}
