import { type StartedStack } from '../../launcher/stack.js';
import { OperatorError } from '../../support/operator-error.js';
import { Entrance } from '../validation/entrance.js';
import { loadOf } from '../validation/load.js';
import { growthOf, type ProcessGrowth } from './growth.js';
import { memoryOf, type Sample } from './memory.js';

const VISITORS = 8;
/** How often we look; the load rests meanwhile. */
const SLICES = 100;
/** Well within the life of an access token. */
const SIGNED_IN_MS = 300_000;
/** Seconds of the first slice, which tells how long the others have to be. */
const FIRST_SECONDS = 2;

export interface SoakReport {
  readonly validations: number;
  readonly errors: number;
  readonly perSecond: number;
  readonly mark: number;
  readonly api: ProcessGrowth;
  readonly worker: ProcessGrowth;
  readonly samples: readonly Sample[];
}

interface Question {
  readonly validations: number;
  readonly mark: number;
}

/** Validation after validation, by several at once, with a look at the memory in between. */
export async function soak(
  stack: StartedStack,
  { validations: wanted, mark }: Question,
  say: (line: string) => void,
): Promise<SoakReport> {
  const entrance = await Entrance.open(stack, VISITORS);
  const samples: Sample[] = [];
  let [done, errors, seconds] = [0, 0, 0];
  while (done < wanted) {
    const visitors = await entrance.visitors();
    const signedIn = performance.now();
    while (done < wanted && performance.now() - signedIn < SIGNED_IN_MS) {
      const load = await loadOf(visitors, done === 0 ? FIRST_SECONDS : (wanted / SLICES) * (seconds / done));
      done += load.milliseconds.length;
      errors += Object.values(load.errors).reduce((sum, count) => sum + count, 0);
      seconds += load.seconds;
      if (done === 0) throw new OperatorError(`Not one validation was accepted: ${JSON.stringify(load.errors)}`);
      const sample = { validations: done, ...(await memoryOf(stack)) };
      samples.push(sample);
      say(progress(sample));
    }
    await Promise.all(visitors.map((visitor) => visitor.leave()));
  }
  return {
    validations: done,
    errors,
    perSecond: Math.round((done / seconds) * 100) / 100,
    mark,
    api: growthOf(samples, 'api', mark),
    worker: growthOf(samples, 'worker', mark),
    samples,
  };
}

const progress = ({ validations, api, worker }: Sample): string =>
  `  ${validations} validations: API ${Math.round(api.rss / 1e6)} MB, worker ${Math.round(worker.rss / 1e6)} MB`;
