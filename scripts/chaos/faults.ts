import { setTimeout as sleep } from 'node:timers/promises';
import { withinTime } from '../../src/common/within-time.js';
import { type Backend, BACKENDS, type Ground, PROGRAM_NAMES, type ProgramName } from './parts.js';
import { type Proxy } from './proxy.js';
import { type Stage } from './stage.js';

/** One fault as the schedule has it. */
export interface PlannedFault {
  readonly kind: string;
  readonly ground: Ground;
  /** Whose ways are meant: only where the ground is one. */
  readonly of: ProgramName | 'all';
  /** Milliseconds from the start of the run. */
  readonly at: number;
  readonly lasts: number;
  /** Milliseconds by which something is late. */
  readonly delay: number;
}

type Mend = () => Promise<void> | void;

export interface FaultKind {
  readonly kind: string;
  readonly grounds: readonly [Ground, ...Ground[]];
  /** No other worker is broken meanwhile. */
  readonly alone?: true;
  /** Milliseconds, least and most. */
  readonly lasts: readonly [number, number];
  /** Where it can be done. */
  readonly backends: readonly Backend[];
  /** Where captures may be gone after it. */
  readonly losesCaptures?: readonly Backend[];
  /** All tries of a job may fail meanwhile. */
  readonly failsWork?: true;
  /** Why it can't be done here; undefined when it can. */
  readonly missing?: (stage: Stage) => string | undefined;
  /** Breaks it. @returns what mends it */
  readonly inject: (stage: Stage, planned: PlannedFault) => Promise<Mend> | Mend;
}

const MOMENT = [0, 0] as const;

/** A job is taken over after 11 s at most (lock, and two checks for the stalled): whoever sleeps longer wakes up as a zombie. */
const ZOMBIE = [11_500, 13_000] as const;

/** A job is tried five times, for 4 s each where somebody holds its rows: longer than that. */
const HUNG = [24_000, 26_000] as const;

const programsOf = ({ programs }: Stage, ground: Ground) =>
  ground === 'workers'
    ? [programs['worker-1'], programs['worker-2']]
    : PROGRAM_NAMES.filter((name) => name === ground).map((name) => programs[name]);

const killed = async (stage: Stage, { ground }: PlannedFault): Promise<Mend> => {
  const killed = programsOf(stage, ground);
  await Promise.all(killed.map((program) => program.kill()));
  return () => {
    killed.forEach((program) => {
      program.start();
    });
  };
};

const paused = (stage: Stage, { ground }: PlannedFault): Mend => {
  const stopped = programsOf(stage, ground);
  for (const program of stopped) program.signal('SIGSTOP');
  return () => {
    for (const program of stopped) program.signal('SIGCONT');
  };
};

/** So often a worker is stopped for a moment to see what it has in hand. */
const TRIES = 25;

/** Longer than most validations are in hand of the worker that goes on, and longer than nearly all are. */
const HELD_MS = [250, 1_000] as const;

/** A look at the database; it may be broken at the same time. */
const LOOK_MS = 300;

/**
 * While it looks at a frame, if that can be had: what it decides when it wakes up is what the pause is about. One that waited
 * for the database is stopped by its own time-outs.
 */
async function pausedAtWork(stage: Stage, planned: PlannedFault): Promise<Mend> {
  for (let tries = 0; tries < TRIES; tries++) {
    const resume = paused(stage, planned);
    let held = await inHand(stage, planned.ground);
    for (const milliseconds of HELD_MS) {
      if (held.length === 0) break;
      await sleep(milliseconds);
      const still = await inHand(stage, planned.ground);
      held = held.filter((claim) => still.includes(claim));
    }
    if (held.length > 0) return resume;
    await resume();
    await sleep(LOOK_MS / 10);
  }
  return paused(stage, planned);
}

/** In the middle of a transaction, if that can be had: what it holds is held from everybody else. */
async function pausedInTransaction(stage: Stage, planned: PlannedFault): Promise<Mend> {
  for (let tries = 0; tries < TRIES; tries++) {
    const resume = paused(stage, planned);
    if (await isInTransaction(stage, planned.ground)) return resume;
    await resume();
    await sleep(LOOK_MS / 10);
  }
  return paused(stage, planned);
}

async function isInTransaction({ database }: Stage, name: Ground): Promise<boolean> {
  const asked = database.query(
    `SELECT FROM pg_stat_activity WHERE application_name = $1 AND state = 'idle in transaction'`,
    [name],
  );
  return (await withinTime(asked, LOOK_MS, 'No answer.').catch(() => [])).length > 0;
}

/** Claims on attempts; none while the process is in the middle of something with the database. */
async function inHand({ database }: Stage, name: Ground): Promise<string[]> {
  const asked = database.query<{ claim: string }>(
    `SELECT claim FROM validation_attempts WHERE state = 'PROCESSING' AND NOT EXISTS
       (SELECT FROM pg_stat_activity WHERE application_name = $1 AND state <> 'idle')`,
    [name],
  );
  const rows = await withinTime(asked, LOOK_MS, 'No answer.').catch(() => []);
  return rows.map(({ claim }) => claim);
}

/** What can happen on the ways to one server. */
function wayFaults(to: 'database' | 'redis', backends: readonly Backend[]): FaultKind[] {
  const grounds = [`ways to ${to}`] as const;
  const waysOf = ({ ways }: Stage, { of }: PlannedFault): Proxy[] =>
    PROGRAM_NAMES.filter((name) => of === 'all' || of === name).flatMap((name) => ways[name][to] ?? []);
  const each = (act: (way: Proxy, planned: PlannedFault) => void) => (stage: Stage, planned: PlannedFault) => {
    const ways = waysOf(stage, planned);
    for (const way of ways) act(way, planned);
    return () => {
      for (const way of ways) way.clear();
    };
  };
  return [
    {
      kind: `${to}-partitioned`,
      failsWork: true,
      grounds,
      backends,
      lasts: [1_000, 10_000],
      inject: each((way) => {
        way.cut();
      }),
    },
    {
      kind: `${to}-slow`,
      failsWork: true,
      grounds,
      backends,
      lasts: [2_000, 5_000],
      inject: each((way, { delay }) => {
        way.slow(delay);
      }),
    },
    {
      kind: `${to}-reset`,
      grounds,
      backends,
      lasts: MOMENT,
      inject: each((way) => {
        way.reset();
      }),
    },
    {
      kind: `${to}-closes-late`,
      grounds,
      backends,
      lasts: MOMENT,
      inject: each((way, { delay }) => {
        way.lose(delay * 5);
      }),
    },
  ];
}

const onRedis: readonly Backend[] = ['redis'];
const noDisk = ({ database }: Stage) =>
  database.disk === undefined ? 'no small disk can be mounted here (root may, where the container lets it)' : undefined;

export const FAULTS: readonly FaultKind[] = [
  { kind: 'api-killed', grounds: ['api'], backends: BACKENDS, lasts: [100, 2_000], inject: killed },
  { kind: 'worker-killed', grounds: ['worker-1', 'worker-2'], backends: BACKENDS, lasts: [100, 3_000], inject: killed },
  { kind: 'all-workers-killed', grounds: ['workers'], backends: BACKENDS, lasts: [100, 2_000], inject: killed },
  { kind: 'api-paused', grounds: ['api'], backends: BACKENDS, lasts: [500, 7_000], inject: paused },
  {
    kind: 'worker-paused',
    grounds: ['worker-1', 'worker-2'],
    alone: true,
    backends: BACKENDS,
    lasts: ZOMBIE,
    inject: pausedAtWork,
  },
  {
    kind: 'worker-hung',
    grounds: ['worker-1', 'worker-2'],
    alone: true,
    backends: BACKENDS,
    lasts: HUNG,
    inject: pausedInTransaction,
  },
  {
    kind: 'database-killed',
    failsWork: true,
    grounds: ['database'],
    backends: BACKENDS,
    losesCaptures: ['postgres'],
    lasts: [100, 3_000],
    inject: async ({ database }) => {
      await database.kill();
      return () => database.restart();
    },
  },
  {
    kind: 'database-session-killed',
    failsWork: true,
    grounds: ['database'],
    backends: BACKENDS,
    losesCaptures: ['postgres'],
    lasts: MOMENT,
    inject: async ({ database }) => {
      await database.killSession();
      return () => undefined;
    },
  },
  {
    kind: 'database-paused',
    failsWork: true,
    grounds: ['database'],
    backends: BACKENDS,
    lasts: [500, 7_000],
    inject: ({ database }) => {
      database.pause();
      return () => {
        database.resume();
      };
    },
  },
  {
    kind: 'database-disk-full',
    failsWork: true,
    grounds: ['database'],
    backends: BACKENDS,
    losesCaptures: ['postgres'],
    lasts: [500, 4_000],
    missing: noDisk,
    inject: async ({ database }) => {
      await database.disk?.fill();
      return async () => {
        await database.disk?.empty();
        await database.restart();
      };
    },
  },
  ...wayFaults('database', BACKENDS),
  {
    kind: 'redis-killed',
    failsWork: true,
    grounds: ['redis'],
    backends: onRedis,
    losesCaptures: onRedis,
    lasts: [100, 3_000],
    inject: async ({ redis }) => {
      await redis?.kill();
      return async () => {
        await redis?.restart();
      };
    },
  },
  {
    kind: 'redis-flushed',
    failsWork: true,
    grounds: ['redis'],
    backends: onRedis,
    losesCaptures: onRedis,
    lasts: MOMENT,
    inject: async ({ redis }) => {
      await redis?.flush();
      return () => undefined;
    },
  },
  {
    kind: 'redis-full',
    failsWork: true,
    grounds: ['redis'],
    backends: onRedis,
    lasts: [500, 4_000],
    inject: async ({ redis }) => {
      await redis?.fill();
      return async () => {
        await redis?.empty();
      };
    },
  },
  {
    kind: 'redis-paused',
    failsWork: true,
    grounds: ['redis'],
    backends: onRedis,
    lasts: [500, 7_000],
    inject: ({ redis }) => {
      redis?.pause();
      return () => {
        redis?.resume();
      };
    },
  },
  ...wayFaults('redis', onRedis),
];
