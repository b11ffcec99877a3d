import { type Campaign } from './campaign.js';

/** A run that once found something, which was mended since. */
interface Regression extends Pick<Campaign, 'backend' | 'seed' | 'only'> {
  readonly run: number;
  /** Too long for CI. */
  readonly long?: true;
  /** What it found. */
  readonly found: string;
}

export const REGRESSIONS: readonly Regression[] = [
  {
    backend: 'redis',
    seed: 1,
    run: 0,
    only: ['redis-full'],
    found: 'A Redis without room for one byte more: clients got INTERNAL instead of "try again".',
  },
  {
    backend: 'postgres',
    seed: 1,
    run: 0,
    only: ['worker-hung'],
    long: true,
    found:
      'A job ended FAILED; by the logs, for a worker that slept in a transaction and held its rows for 30 s. Not shown by undoing it.',
  },
];
