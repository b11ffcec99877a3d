/** What Presente asks over a connection and can't do without. */
export const DEPENDENCIES = ['database', 'queue', 'captures', 'counters', 'keys'] as const;
export type Dependency = (typeof DEPENDENCIES)[number];

export interface GuardPolicy {
  /** As messages to clients call it. */
  readonly called: string;
  /** Calls in a row that must fail because it can't be reached before it is left alone. */
  readonly failures: number;
  /** For how long it is left alone before one call tries it again, milliseconds: at first, and after many such tries. */
  readonly rest: readonly [first: number, most: number];
  /** How long a call may take, milliseconds; undefined where the client of the dependency sees to that itself. */
  readonly timeout?: number;
  /** How often a call that was refused before anything was sent is tried again at once, each time after a random pause. */
  readonly retries?: number;
}

/** Never longer than clients are told to wait (`UnavailableError`), so that who comes back then finds it tried anew. */
const REST = [250, 1_500] as const;

/**
 * How each is treated when it fails. The time-outs that are not here: `impatient` of the database, `commandTimeout` of Redis,
 * `ATTEMPT_MS` of AWS KMS, whose SDK also tries again with jitter, within a budget.
 */
export const POLICIES: Readonly<Record<Dependency, GuardPolicy>> = {
  database: { called: 'The database', failures: 5, rest: REST, retries: 2 },
  // Longer than a healthy queue ever takes. A late answer does no harm: job ids make adding idempotent.
  queue: { called: 'The queue', failures: 3, rest: REST, timeout: 3_000 },
  captures: { called: 'The capture store', failures: 5, rest: REST },
  counters: { called: 'The counter of tries', failures: 5, rest: REST },
  keys: { called: 'The key service', failures: 5, rest: REST },
};
