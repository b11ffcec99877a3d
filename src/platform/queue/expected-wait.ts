/** A queue at one moment, by the clock of the database. */
export interface QueueLoad {
  /** Seconds since 1970. */
  readonly at: number;
  /** Waiting and in hand. */
  readonly jobs: number;
  /** Those of them that were not there at the last look. */
  readonly added: number;
  /** Age of the oldest, seconds; 0 when there is none. */
  readonly oldestSeconds: number;
}

/** With fewer, those who work may have had nothing to do in between: how many were done says who came, not how many can be served. */
const BUSY_FROM = 20;

/** Time constant of the mean, seconds: a second without an end is chance, some are workers that are gone. */
const MEMORY = 3;

/** A rate that was seen so long ago is nothing to go by, seconds. */
const STALE = 60;

/**
 * How long a job that is added now will wait. The age of the oldest tells it too late: where three times as many come as are
 * served, six seconds of work stand in line by the time that the first has waited for two. So by Little's law: jobs in line
 * divided by how many are done a second, as looks in a row tell.
 */
export class ExpectedWait {
  private last: QueueLoad | undefined;
  /** Jobs a second, while there was enough to do, and when that was seen. */
  private rate: { readonly value: number; readonly at: number } | undefined;

  /** When it was looked at last, by the clock of the database; 0 before the first look. */
  get lookedAt(): number {
    return this.last?.at ?? 0;
  }

  /** @returns seconds; 0 while there is so little to do that nobody waits for others */
  after(load: QueueLoad): number {
    this.learn(load);
    this.last = load;
    if (load.jobs <= BUSY_FROM) return 0;
    const rate = this.rate?.value ?? 0;
    return rate > 0 ? Math.max(load.oldestSeconds, load.jobs / rate) : load.oldestSeconds;
  }

  private learn({ at, jobs, added }: QueueLoad): void {
    if (this.rate !== undefined && at - this.rate.at > STALE) this.rate = undefined;
    const { last } = this;
    if (last === undefined || Math.min(last.jobs, jobs) <= BUSY_FROM) return;
    const seconds = at - last.at;
    // In a longer time the line may have been empty in between.
    if (seconds <= 0 || seconds > MEMORY) return;
    const seen = Math.max(0, last.jobs + added - jobs) / seconds;
    const share = this.rate === undefined ? 1 : 1 - Math.exp(-seconds / MEMORY);
    const before = this.rate?.value ?? 0;
    this.rate = { value: before + share * (seen - before), at };
  }
}
