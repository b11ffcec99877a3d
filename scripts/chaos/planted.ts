import { type Cut, cutting } from '../support/cut.js';
import { type Campaign } from './campaign.js';
import { type FindingKind } from './checker.js';
import { type Backend } from './parts.js';
import { type Stage } from './stage.js';

/** A mistake that somebody could make, made on purpose to see whether it is found. None of it is in the product. */
interface PlantedBug {
  /** Changes of modules while they are loaded. */
  readonly cuts?: readonly Cut[];
  /** Done to the database. */
  readonly sql?: string;
  /** Where it can be seen; without it, everywhere. */
  readonly backend?: Backend;
  /** The faults that bring it to light; without them, all. */
  readonly faults?: readonly string[];
  /** Milliseconds after which what waits is stuck, where that is how it is found. */
  readonly patience?: number;
  /** What it must be found as: one of these. */
  readonly foundAs: readonly [FindingKind, ...FindingKind[]];
}

const QUEUEING = `this.outbox.addWith(queueing, validationJobs, 'validation.process', { attemptId })`;

export const PLANTED = {
  /** One of ten jobs that were promised is forgotten after the commit. */
  'outbox-row-dropped': {
    sql: `
      CREATE FUNCTION chaos_drop() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN DELETE FROM outbox WHERE id = NEW.id AND random() < 0.1; RETURN NULL; END $$;
      CREATE TRIGGER chaos_drop AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION chaos_drop()`,
    patience: 15_000,
    foundAs: ['stuck'],
  },
  /** The client is told that its capture is taken, and a moment later it is written down. */
  'acknowledged-before-commit': {
    cuts: [
      {
        module: 'src/modules/validation/attempts/attempts.service.js',
        find: `return ${QUEUEING};`,
        put: `setTimeout(() => void ${QUEUEING}.catch(() => undefined), 600); return Promise.resolve(true);`,
      },
    ],
    faults: ['api-killed', 'database-killed'],
    // A client that repeats its upload is told a second time that it was taken.
    foundAs: ['lost', 'duplicated'],
  },
  /** A request that is repeated is done again. */
  'no-idempotency-key': {
    cuts: [
      {
        module: 'src/modules/validation/attempts/attempts.service.js',
        find: 'if (earlier !== undefined)',
        put: 'if (false)',
      },
    ],
    faults: ['api-killed', 'database-reset'],
    foundAs: ['duplicated'],
  },
  /** What a worker decides that was taken for dead is written over what the next one decided. */
  'zombie-write': {
    cuts: [
      {
        module: 'src/platform/work/work-items.js',
        find: `WHERE id = $1 AND claim = $2 AND state = 'PROCESSING'`,
        put: 'WHERE id = $1 AND $2::uuid IS NOT NULL',
      },
    ],
    // The database has a defence of its own against it.
    sql: 'DROP TRIGGER validation_attempts_final ON validation_attempts',
    faults: ['worker-paused'],
    foundAs: ['duplicated'],
  },
  /** What the queue has lost is not sent again. */
  'forgetful-relay': {
    cuts: [{ module: 'src/platform/queue/outbox.relay.js', find: 'await this.outbox.giveBack([entry.id]);', put: '' }],
    backend: 'redis',
    faults: ['redis-flushed', 'redis-killed'],
    foundAs: ['stuck'],
  },
  /** Decisions that the audit is not told. */
  'silent-decision': {
    cuts: [{ module: 'src/platform/work/work-items.js', find: 'await this.recordEnd(ended);', put: '' }],
    foundAs: ['auditBroken'],
  },
  /** Everybody's face is everybody's. */
  'open-door': {
    cuts: [
      {
        module: 'src/modules/validation/attempts/attempt-work.service.js',
        find: 'const threshold = this.engine.thresholdFor(task.targetFmr);',
        put: 'const threshold = -1;',
      },
    ],
    foundAs: ['falseAccept'],
  },
} as const satisfies Readonly<Record<string, PlantedBug>>;

export type PlantedName = keyof typeof PLANTED;

export const PLANTED_NAMES = Object.keys(PLANTED) as readonly PlantedName[];

/** What a campaign is with the bug in it. */
export function planting(name: PlantedName): Pick<Campaign, 'settings' | 'only' | 'prepare' | 'patience'> {
  const { cuts = [], sql, faults, patience }: PlantedBug = PLANTED[name];
  return {
    only: faults,
    patience,
    settings: cuts.length > 0 ? cutting(cuts) : {},
    prepare: async ({ database }: Stage) => {
      if (sql !== undefined) await database.query(sql);
    },
  };
}

/** The back ends on which the bug can be seen. */
export const seenOn = (name: PlantedName, backends: readonly Backend[]): readonly Backend[] => {
  const { backend }: PlantedBug = PLANTED[name];
  return backend === undefined ? backends : [backend];
};
