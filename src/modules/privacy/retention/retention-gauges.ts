import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { singleFlight } from '../../../common/single-flight.js';
import { withinTime } from '../../../common/within-time.js';
import { RetentionOverview } from './retention-overview.service.js';

/** A scrape must not hang on a server that does. */
const PATIENCE_MS = 2_000;
/** Days are counted; nothing changes between two scrapes. */
const FRESH_MS = 60_000;

/** What Prometheus is told of the retention. Without an answer the gauge is absent, not a stale number. */
@Injectable()
export class RetentionGauges {
  private readonly gauge: Gauge<'rule'>;
  private countedAt = 0;
  private readonly count = singleFlight(() => this.overview.overdue());

  constructor(
    registry: Registry,
    private readonly overview: RetentionOverview,
  ) {
    this.gauge = new Gauge({
      name: 'presente_retention_overdue_rows',
      help: 'Rows that are kept more than a day longer than their retention rule allows; must be 0.',
      labelNames: ['rule'],
      registers: [registry],
      collect: () => this.refresh(),
    });
  }

  private async refresh(): Promise<void> {
    if (performance.now() < this.countedAt + FRESH_MS && this.countedAt > 0) return;
    const counts = await withinTime(this.count(), PATIENCE_MS, 'no answer to a scrape').catch(() => undefined);
    this.gauge.reset();
    this.countedAt = counts === undefined ? 0 : performance.now();
    for (const [rule, count] of counts ?? []) this.gauge.set({ rule }, count);
  }
}
