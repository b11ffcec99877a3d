import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type ValidationMethod } from '../attempts/validation-method.js';
import { type AttemptState, type ValidationReason } from '../attempts/validation-reason.js';
import { type StatisticsArgs } from './statistics.inputs.js';

/** How many attempts have all of this in common. */
export interface AttemptCount {
  /** When the stretch begins that they were opened in. */
  readonly start: Date;
  readonly method: ValidationMethod;
  readonly state: AttemptState;
  readonly reason: ValidationReason;
  /** Whether a worker took their pictures. */
  readonly captured: boolean;
  readonly count: number;
}

/** Counts what is final; it is answered by `validation_attempts_statistics` alone. */
@Injectable()
export class StatisticsRepository {
  constructor(private readonly database: Database) {}

  counts({ from, to, bucket, timeZone, checkpointId }: StatisticsArgs): Promise<AttemptCount[]> {
    return this.database.query<AttemptCount>(
      `SELECT date_trunc($3, created_at, $4) AS start, method, state, reason, claims > 0 AS captured, count(*)::int
       FROM validation_attempts
       WHERE finished_at IS NOT NULL AND created_at >= $1 AND created_at < $2
         AND ($5::uuid IS NULL OR checkpoint_id = $5)
       GROUP BY 1, 2, 3, 4, 5`,
      [from, to, bucket.toLowerCase(), timeZone, checkpointId ?? null],
    );
  }

  /** The beginnings of all stretches of the span, in order. */
  async starts({ from, to, bucket, timeZone }: StatisticsArgs): Promise<Date[]> {
    const unit = bucket.toLowerCase();
    const rows = await this.database.query<{ start: Date }>(
      `SELECT generate_series(date_trunc($3, $1::timestamptz, $4), $2::timestamptz - interval '1 microsecond', $5::interval, $4) AS start`,
      [from, to, unit, timeZone, `1 ${unit}`],
    );
    return rows.map(({ start }) => start);
  }
}
