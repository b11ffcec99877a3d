import { percentile } from '../bench/percentile.js';
import { type QueryRows } from '../chaos/records.js';

/** How validations of a time ended, by the clock of the database. */
export interface Decisions {
  /** Decided with a match. */
  readonly accepted: number;
  /** Those of them that were decided within the deadline from their opening, a second. */
  readonly goodput: number;
  /** Seconds from the opening to the decision. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** @param since a `databaseTime` @param seconds from then @param deadline seconds that somebody waits */
export async function decisionsSince(
  query: QueryRows,
  since: string,
  seconds: number,
  deadline: number,
): Promise<Decisions> {
  const rows = await query<{ took: number }>(
    `SELECT extract(epoch FROM finished_at - created_at)::float AS took FROM validation_attempts
     WHERE state = 'ACCEPTED' AND finished_at >= $1::timestamptz
       AND finished_at < $1::timestamptz + make_interval(secs => $2)`,
    [since, seconds],
  );
  const took = rows.map((row) => row.took);
  const of = (part: number) => (took.length === 0 ? Number.POSITIVE_INFINITY : percentile(took, part));
  return {
    accepted: took.length,
    goodput: took.filter((one) => one <= deadline).length / seconds,
    p50: of(0.5),
    p95: of(0.95),
    p99: of(0.99),
  };
}

/** Whether the attempt with this id is final. */
export const decided =
  (query: QueryRows) =>
  async (id: string): Promise<boolean> =>
    (await query('SELECT FROM validation_attempts WHERE id = $1 AND finished_at IS NOT NULL', [id])).length > 0;
