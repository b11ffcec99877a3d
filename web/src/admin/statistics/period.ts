import { type StatisticsBucket } from '../graphql/graphql';

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

const HOUR_MS = 3_600_000;
const DAYS: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30, quarter: 90, year: 365 };

interface Span {
  readonly from: string;
  readonly to: string;
  readonly bucket: StatisticsBucket;
  readonly timeZone: string;
}

/** The hours of a day, the days of anything longer, by the clock of whoever looks. @param now milliseconds */
export const spanOf = (period: Period, now: number): Span => ({
  from: new Date(now - DAYS[period] * 24 * HOUR_MS).toISOString(),
  to: new Date(now).toISOString(),
  bucket: period === 'day' ? 'HOUR' : 'DAY',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
