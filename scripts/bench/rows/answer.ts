import { percentile } from '../percentile.js';
import { type Executed } from './open-database.js';
import { pagesOf, type Scan, scansOf } from './plan.js';

/** A statement that reads more rows of a table than this, to return a page or change a few, reads too many. */
const MANY_ROWS = 10_000;
/** Whoever waits for a page notices. */
const SLOW_MS = 50;

/** What one question cost. */
export interface Answer {
  readonly name: string;
  /** Nobody waits for it, and it may go through a table. */
  readonly batch: boolean;
  /** Median of the rounds, with every statement and round trip of it. */
  readonly milliseconds: number;
  readonly statements: number;
  /** Rows that the statements returned or changed. */
  readonly rows: number;
  /** 8 kB pages looked at. */
  readonly pages: number;
  /** Of the statement that looked at most pages: how it came to its rows. */
  readonly plan: readonly string[];
  /** Tables of which it read too many rows. */
  readonly readsTooMuch: readonly string[];
  readonly tooSlow: boolean;
}

interface Asked {
  readonly name: string;
  readonly batch: boolean;
  /** Milliseconds of each round. */
  readonly times: readonly number[];
  /** Of one more round, those of triggers and constraints too. */
  readonly executed: readonly Executed[];
}

export function answerOf({ name, batch, times, executed }: Asked): Answer {
  const milliseconds = percentile(times, 0.5);
  const scans = executed.flatMap(({ plan }) => scansOf(plan));
  return {
    name,
    batch,
    milliseconds: Math.round(milliseconds * 100) / 100,
    statements: executed.length,
    rows: Math.round(executed.reduce((sum, { plan }) => sum + (plan['Actual Rows'] ?? 0), 0)),
    pages: executed.reduce((sum, { plan }) => sum + pagesOf(plan), 0),
    plan: heaviest(executed),
    readsTooMuch: [...new Set(scans.flatMap(tooMuchOf))],
    tooSlow: !batch && milliseconds > SLOW_MS,
  };
}

function tooMuchOf({ how, table, rowsRead, whole }: Scan): string[] {
  if (rowsRead <= MANY_ROWS) return [];
  return [whole ? `reads the whole of ${table}` : `reads ${rowsRead} rows of ${table} (${how})`];
}

function heaviest(executed: readonly Executed[]): string[] {
  const [first] = executed.toSorted((a, b) => pagesOf(b.plan) - pagesOf(a.plan));
  if (first === undefined) return [];
  return scansOf(first.plan).map(({ how, table, rowsRead }) => `${how} on ${table} (${rowsRead} rows)`);
}
