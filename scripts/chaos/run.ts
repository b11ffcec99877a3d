import { setTimeout as sleep } from 'node:timers/promises';
import { auditFindings } from './audit-findings.js';
import { check, type Finding } from './checker.js';
import { FAULTS, type PlannedFault } from './faults.js';
import { Load } from './load.js';
import { type Ground } from './parts.js';
import { databaseTime, readRecords, untilQuiet } from './records.js';
import { type RunPlan } from './schedule.js';
import { type Stage } from './stage.js';

/** After the last fault is mended people still come for so long. */
const AFTERGLOW_MS = 500;

/** What has not come to rest so long after the last fault is stuck. */
const PATIENCE_MS = 30_000;

/** What came of one run. */
export interface RunResult {
  readonly plan: RunPlan;
  readonly findings: readonly Finding[];
  /** Faults that were injected. */
  readonly injected: readonly string[];
  /** Those that can't be here, with the reason. */
  readonly skipped: readonly string[];
  /** Validations that clients asked for. */
  readonly submitted: number;
  /** How often each answer came in the end. */
  readonly answers: Readonly<Record<string, number>>;
  /** How often each error did. */
  readonly errors: Readonly<Record<string, number>>;
  /** Seconds from the mending of the last fault until everybody had an answer and no job was left. */
  readonly recovery: number;
  /** Late writes of workers that had lost their hold, refused. */
  readonly zombiesRefused: number;
  /** The clients' log. */
  readonly history: readonly string[];
}

/** Breaks and mends a stage as planned while people come, waits until it is quiet, and checks what is left. */
export async function runOnce(stage: Stage, plan: RunPlan, patience = PATIENCE_MS): Promise<RunResult> {
  const { query } = stage.database;
  const zombiesBefore = zombiesOf(stage);
  const since = await databaseTime(query);
  const openedBy = stage.scene.kiosks.map(({ deviceId }) => deviceId);
  const load = new Load(stage.scene, plan.loadSeed);
  const done = await breakAndMend(stage, plan.faults);
  const mended = performance.now();
  await sleep(AFTERGLOW_MS);
  const quietBy = mended + patience;
  await load.end(quietBy - performance.now());
  const records = await untilQuiet(() => readRecords(query, since, openedBy), quietBy);
  const recovery = (performance.now() - mended) / 1_000;
  const away = await notBack(stage, quietBy);
  const { visits } = load.history;
  const findings = [
    ...check(visits, records, excusesOf(plan, done.injected)),
    ...(await auditFindings(stage)),
    ...away.map((name): Finding => ({
      kind: 'stuck',
      subject: name,
      sentence: 'The process is not ready, or has ended.',
    })),
  ];
  await forgiveFailures(stage);
  const errors = visits.flatMap(({ events }) => events.flatMap(({ code }) => code ?? []));
  return {
    plan,
    findings,
    ...done,
    submitted: visits.length,
    answers: tally(records.attempts.map(({ state, reason }) => `${state} ${reason ?? ''}`.trim())),
    errors: tally(errors),
    recovery,
    zombiesRefused: zombiesOf(stage) - zombiesBefore,
    history: load.history.lines(),
  };
}

async function breakAndMend(stage: Stage, faults: readonly PlannedFault[]) {
  const began = performance.now();
  const injected: string[] = [];
  const skipped: string[] = [];
  const mended = new Map<Ground, Promise<void>>();
  const one = async (planned: PlannedFault, before: Promise<void> | undefined) => {
    const fault = faultOf(planned);
    const missing = fault.missing?.(stage);
    if (missing !== undefined) return void skipped.push(`${planned.kind}: ${missing}`);
    await sleep(Math.max(0, planned.at - (performance.now() - began)));
    await before; // Mending takes longer than was planned on a busy machine.
    const mend = await fault.inject(stage, planned);
    injected.push(planned.kind);
    await sleep(planned.lasts);
    await mend();
  };
  for (const planned of faults) mended.set(planned.ground, one(planned, mended.get(planned.ground)));
  await allOf([...mended.values()]);
  return { injected, skipped };
}

/** Waits for all, also when one fails: nobody may go on mending what is taken down already. */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

function faultOf({ kind }: PlannedFault) {
  const fault = FAULTS.find((known) => known.kind === kind);
  if (fault === undefined) throw new Error(`There is no fault ${kind}.`);
  return fault;
}

/** The processes that are not ready by then. */
async function notBack({ programs }: Stage, deadline: number): Promise<string[]> {
  const readiness = Object.values(programs).map(async (program) => {
    const isBack = await program.ready(Math.max(deadline - performance.now(), 5_000)).then(
      () => true,
      () => false,
    );
    return isBack ? [] : [program.name];
  });
  return (await Promise.all(readiness)).flat();
}

function excusesOf({ backend }: RunPlan, injected: readonly string[]) {
  const done = FAULTS.filter(({ kind }) => injected.includes(kind));
  return {
    capturesLost: done.some(({ losesCaptures }) => losesCaptures?.includes(backend)),
    workFailed: done.some(({ failsWork }) => failsWork),
  };
}

/** Who was pretended to be is not locked out in the next run. */
const forgiveFailures = ({ database }: Stage) => database.query('DELETE FROM comparison_failures');

/** As the workers log it: the job had been taken over, and so was skipped. */
const zombiesOf = ({ programs }: Stage): number =>
  Object.values(programs).reduce((sum, { takenOver }) => sum + takenOver, 0);

export function tally(words: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, { length }]) => [word, length]));
}
