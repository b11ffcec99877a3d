import { Injectable } from '@nestjs/common';
import { BadInputError } from '../../../common/errors/domain-error.js';
import { type StatisticsArgs, StatisticsBucket } from './statistics.inputs.js';
import { StatisticsRepository } from './statistics.repository.js';
import { type ValidationStatistics } from './statistics.type.js';
import { funnelOf, reasonsOf, stretchesOf } from './summarise.js';

const DAY_MS = 24 * 3_600_000;
/** So that an answer has a few hundred stretches at most. */
const MOST_DAYS: Readonly<Record<StatisticsBucket, number>> = {
  [StatisticsBucket.HOUR]: 14,
  [StatisticsBucket.DAY]: 366,
};

@Injectable()
export class StatisticsService {
  constructor(private readonly statistics: StatisticsRepository) {}

  /** @throws BadInputError for a span that ends before it begins, or is too long */
  async of(args: StatisticsArgs): Promise<ValidationStatistics> {
    const { from, to, bucket } = args;
    const most = MOST_DAYS[bucket];
    if (from >= to || to.getTime() - from.getTime() > most * DAY_MS)
      throw new BadInputError(`The span must end after it begins, and by ${bucket} at most ${most} days later.`);
    const [counts, starts] = await Promise.all([this.statistics.counts(args), this.statistics.starts(args)]);
    return { bucket, funnel: funnelOf(counts), reasons: reasonsOf(counts), stretches: stretchesOf(starts, counts) };
  }
}
