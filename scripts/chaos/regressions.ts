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
  {
    backend: 'postgres',
    seed: 107,
    run: 7,
    long: true,
    found: 'A statement or a transaction that took too long was INTERNAL, not "try again"; it depends on the moment.',
  },
  {
    backend: 'postgres',
    seed: 106,
    run: 8,
    long: true,
    found:
      'Jobs stuck: BullMQ remembers a first connection that failed, so a worker that started beside PostgreSQL took over what was overdue and could not send it.',
  },
  {
    backend: 'redis',
    seed: 111,
    run: 1,
    long: true,
    found:
      'A validation stuck: the claim of a try that gave up waiting reached the database after that of the next try, which ended without a decision.',
  },
  {
    backend: 'postgres',
    seed: 112,
    run: 7,
    long: true,
    found:
      'An API that started while PostgreSQL stood still ended when that crashed, and nobody was answered any more.',
  },
];
