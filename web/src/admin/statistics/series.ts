import { type MantineColor } from '@mantine/core';
import { type StatisticsQuery, type ValidationReason } from '../graphql/graphql';

type Statistics = StatisticsQuery['validationStatistics'];
export type SeriesName = ValidationReason | 'OTHERS';

/** More colours than that nobody tells apart. */
const MOST = 6;
const COLOURS: readonly MantineColor[] = ['red.6', 'orange.5', 'violet.5', 'blue.5', 'pink.5'];
const GOOD: Partial<Record<ValidationReason, MantineColor>> = {
  MATCH: 'teal.6',
  ATTESTED: 'lime.6',
  CONFIRMED: 'cyan.6',
};

export interface Series {
  readonly name: SeriesName;
  readonly color: MantineColor;
}

/** The most frequent reasons, and one series for all others. */
export function seriesOf({ reasons }: Statistics): Series[] {
  const names = [...new Set(reasons.map(({ reason }) => reason))];
  const shown = names.slice(0, MOST);
  const colours = COLOURS.values();
  const series: Series[] = shown.map((name) => ({
    name,
    color: GOOD[name] ?? colours.next().value ?? 'grape.5',
  }));
  return names.length > MOST ? [...series, { name: 'OTHERS', color: 'gray.5' }] : series;
}

/** For each stretch, how many there are of each series. */
export function countsOf({ stretches }: Statistics, series: readonly Series[]): Record<SeriesName, number>[] {
  const known = new Set(series.map(({ name }) => name));
  return stretches.map(({ reasons }) => {
    const counts = Object.fromEntries(series.map(({ name }) => [name, 0])) as Record<SeriesName, number>;
    for (const { reason, count } of reasons) counts[known.has(reason) ? reason : 'OTHERS'] += count;
    return counts;
  });
}
