/** What a worker sees of itself at one moment. */
export interface WorkerLoad {
  /** Jobs in hand, of the queue with the most. */
  readonly jobs: number;
  /** Frames that wait for a thread of the face engine. */
  readonly waiting: number;
  /** Threads of the face engine without a frame. */
  readonly idle: number;
}

export interface JobBounds {
  readonly least: number;
  readonly most: number;
  /** Of the face engine. */
  readonly threads: number;
}

/** Frames that may wait for each thread: with the next one there, none is ever idle; more only wait longer here than in the queue. */
const WAITING_PER_THREAD = 2;

/**
 * How many jobs a worker takes at once. A job waits for the database before and after its frames are looked at, so more
 * of them than threads must be in hand; how many depends on their frames and on the database, and is found out: one more
 * while all are taken and a thread has nothing to do, one less while frames pile up.
 */
export function nextJobLimit(limit: number, { jobs, waiting, idle }: WorkerLoad, { least, most, threads }: JobBounds) {
  if (waiting > WAITING_PER_THREAD * threads) return Math.max(least, limit - 1);
  if (idle > 0 && jobs >= limit) return Math.min(most, limit + 1);
  return limit;
}
