import { percentile } from '../percentile.js';
import { type Memory, type Sample } from './memory.js';

/** Of the validations that lead to a mark: one sample alone may stand just before or just after a garbage collection. */
const WINDOW = 0.2;

/** Bytes at the mark and at the end, and by how many percent the second is more. */
export interface Growth {
  readonly atMark: number;
  readonly atEnd: number;
  readonly percent: number;
}

export type ProcessGrowth = Readonly<Record<keyof Memory, Growth>>;

/**
 * How the memory of a process grew from `mark` validations to the last. At either end the median of the samples of the
 * last fifth of the way there stands for it.
 * @throws RangeError when there is no sample at either end
 */
export function growthOf(samples: readonly Sample[], process: 'api' | 'worker', mark: number): ProcessGrowth {
  const growth = (kind: keyof Memory): Growth => {
    const atMark = medianUpTo(samples, mark, (sample) => sample[process][kind]);
    const atEnd = medianUpTo(samples, samples.at(-1)?.validations ?? 0, (sample) => sample[process][kind]);
    return { atMark, atEnd, percent: Math.round((atEnd / atMark - 1) * 10_000) / 100 };
  };
  return { rss: growth('rss'), heapUsed: growth('heapUsed'), external: growth('external') };
}

function medianUpTo(samples: readonly Sample[], mark: number, value: (sample: Sample) => number): number {
  const near = samples.filter(({ validations }) => validations > mark * (1 - WINDOW) && validations <= mark);
  return percentile(near.map(value), 0.5);
}
