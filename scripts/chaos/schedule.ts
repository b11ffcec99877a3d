import { createHash } from 'node:crypto';
import { Random } from '../support/random.js';
import { type FaultKind, FAULTS, type PlannedFault } from './faults.js';
import { type Backend, type Ground, PROGRAM_NAMES } from './parts.js';

/** What is broken in one run, and the seed of who comes. */
export interface RunPlan {
  readonly run: number;
  readonly backend: Backend;
  readonly faults: readonly PlannedFault[];
  readonly loadSeed: number;
}

/** The first fault comes once the load has begun; all that are not held up by another begin within this. */
const FIRST_MS = 500;
const BEGIN_WITHIN_MS = 4_000;

/** Between two faults on one ground. */
const BREATH_MS = 400;

/** Faults in one run. */
const FAULTS_EACH = [2, 4] as const;

/**
 * The first runs of one seed, the same each time. Kinds are dealt like cards: every one comes before any comes again, so that
 * a few runs try them all.
 */
export function schedule(seed: number, backend: Backend, runs: number, only?: readonly string[]): RunPlan[] {
  const random = new Random(seed);
  const possible = FAULTS.filter(({ kind, backends }) => backends.includes(backend) && (only?.includes(kind) ?? true));
  const deck = dealing(possible, random);
  return Array.from({ length: runs }, (_, run) => {
    const count = Math.floor(random.between(FAULTS_EACH[0], FAULTS_EACH[1] + 1));
    const free = new Map<Ground, number>();
    const faults = Array.from({ length: count }, () => plan(deck.next().value, random, free));
    const loadSeed = Math.floor(random.between(0, 2 ** 31));
    return { run, backend, faults: faults.toSorted((a, b) => a.at - b.at), loadSeed };
  });
}

function* dealing(kinds: readonly FaultKind[], random: Random): Generator<FaultKind, never> {
  for (;;) {
    const left = [...kinds];
    while (left.length > 0) yield* left.splice(Math.floor(random.between(0, left.length)), 1);
  }
}

function plan({ kind, grounds, lasts, alone }: FaultKind, random: Random, free: Map<Ground, number>): PlannedFault {
  const ground = random.oneOf(grounds);
  const of = random.oneOf([...PROGRAM_NAMES, 'all'] as const);
  const wanted = random.between(FIRST_MS, BEGIN_WITHIN_MS);
  const taken = alone ? 'workers' : ground;
  const held = Math.max(0, ...rivalsOf(taken).map((rival) => free.get(rival) ?? 0));
  const at = Math.round(Math.max(wanted, held));
  const duration = Math.round(random.between(...lasts));
  free.set(taken, at + duration + BREATH_MS);
  return { kind, ground, of, at, lasts: duration, delay: Math.round(random.between(50, 600)) };
}

const WORKERS: readonly Ground[] = ['worker-1', 'worker-2'];

/** The grounds that may not be broken while this one is. */
function rivalsOf(ground: Ground): readonly Ground[] {
  if (ground === 'workers') return [ground, ...WORKERS];
  return WORKERS.includes(ground) ? [ground, 'workers'] : [ground];
}

/** One line for each fault that is planned, the same for the same seed to the byte. */
export const planLines = (plans: readonly RunPlan[]): string[] =>
  plans.flatMap(({ run, backend, faults }) => faults.map((fault) => JSON.stringify({ backend, run, ...fault })));

export const hashOfPlans = (plans: readonly RunPlan[]): string =>
  createHash('sha256').update(planLines(plans).join('\n')).digest('hex');
