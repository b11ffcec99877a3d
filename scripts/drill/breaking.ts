import { setTimeout as sleep } from 'node:timers/promises';
import { auditFindings } from '../chaos/audit-findings.js';
import { check, type Excuses, type Finding, FINDING_KINDS, type FindingKind } from '../chaos/checker.js';
import { type VisitRecord } from '../chaos/history.js';
import { Load } from '../chaos/load.js';
import { databaseTime, readRecords, type Records, untilQuiet } from '../chaos/records.js';
import { type Stage } from '../chaos/stage.js';
import { type Announcer, type DrillChoices, type DrillOutcome, type Mend, NotSteadyError } from './drill.js';
import { recoveryOf, seenBetween } from './seen.js';
import { problemsOf, STEADY_MS, WARM_UP_MS } from './steady.js';

/** After the mending people still come for so long. */
const AFTERGLOW_MS = 8_000;
/** What has not come to rest so long afterwards is stuck. */
const PATIENCE_MS = 60_000;

/** How to break a part, and how little of it anybody may notice. */
export interface Breaking {
  /** In words, for the report. */
  readonly injected: string;
  /** How long it is broken, unless chosen otherwise. */
  readonly seconds: number;
  readonly inject: (stage: Stage) => Promise<Mend> | Mend;
  /** What may be said to people because of it. */
  readonly excuses?: Partial<Excuses>;
  /** Seconds from the mending by which a request must be answered, and one who came then have their decision. */
  readonly answersWithin: number;
  readonly decidesWithin: number;
  /** Seconds that a request may wait at most while it is broken. */
  readonly waitsAtMost?: number;
  /** Further figures of the stage, afterwards. @throws Error where the hypothesis was wrong */
  readonly figures?: (stage: Stage) => Promise<DrillOutcome['figures']>;
}

/** Breaks a part while people come, mends it, and waits until all is quiet. */
export const breaking =
  (plan: Breaking) =>
  async (
    stage: Stage,
    announcer: Announcer,
    { seconds = plan.seconds, brief = false }: DrillChoices,
  ): Promise<DrillOutcome> => {
    const watched = await watch(stage);
    const { load, now } = watched;
    try {
      const share = brief ? 0.5 : 1;
      await sleep(share * (WARM_UP_MS + STEADY_MS));
      const steady = seenBetween(load.history.visits, share * WARM_UP_MS, now());
      const amiss = problemsOf(steady, falseAcceptsIn(load.history.visits));
      if (amiss.length > 0) throw new NotSteadyError(amiss);

      const broke = now();
      announcer.broken();
      const mend = await plan.inject(stage);
      await sleepUnless(seconds * 1_000, () => falseAcceptsIn(load.history.visits).length > 0);
      await mend();
      const mended = now();
      announcer.mended();
      await sleep(share * AFTERGLOW_MS);
      const records = await watched.untilQuiet(mended + PATIENCE_MS);

      const { visits } = load.history;
      const excuses = { capturesLost: false, workFailed: false, ...plan.excuses };
      const findings = [...check(visits, records, excuses), ...(await auditFindings(stage))];
      const found = countsOf(findings);
      const during = seenBetween(visits, broke, mended);
      const outcome = { injected: plan.injected, steady, during, recovery: recoveryOf(visits, mended), found };
      const figures = (await plan.figures?.(stage)) ?? {};
      return { ...outcome, figures, problems: [...problemsWith(plan, outcome), ...sentencesOf(findings)] };
    } finally {
      await load.end(0);
    }
  };

/** Enough to begin to look with. */
export const sentencesOf = (findings: readonly Finding[]): string[] =>
  findings.slice(0, 5).map(({ subject, sentence }) => `${subject}: ${sentence}`);

type Measured = Omit<DrillOutcome, 'figures' | 'problems'>;

function problemsWith(plan: Breaking, { during, recovery, found }: Measured): string[] {
  const { answersWithin, decidesWithin, waitsAtMost = Number.POSITIVE_INFINITY } = plan;
  const late = (what: string, seconds: number | null, within: number) =>
    seconds === null || seconds > within ? [`${what} after ${seconds ?? 'no'} s, and not within ${within} s.`] : [];
  return [
    ...Object.entries(found).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}.`] : [])),
    ...late('It answered again', recovery.answers, answersWithin),
    ...late('It decided again', recovery.decides, decidesWithin),
    ...(during.longest > waitsAtMost ? [`A request waited for ${during.longest} s.`] : []),
  ];
}

/** Lets people come, and holds what they were told against what is kept. */
export async function watch(stage: Stage) {
  const { query } = stage.database;
  const since = await databaseTime(query);
  const openedBy = stage.scene.kiosks.map(({ deviceId }) => deviceId);
  const began = performance.now();
  const load = new Load(stage.scene, 1);
  const now = () => performance.now() - began;
  /** @param deadline as `now` tells */
  const settled = async (deadline: number): Promise<Records> => {
    await load.end(deadline - now());
    return untilQuiet(() => readRecords(query, since, openedBy), began + deadline);
  };
  return { load, now, untilQuiet: settled };
}

/** By what clients were told: it ends a drill early. */
const falseAcceptsIn = (visits: readonly VisitRecord[]): Finding[] =>
  visits
    .filter(({ kind, events }) => kind !== 'genuine' && events.some(({ state }) => state === 'ACCEPTED'))
    .map(({ key, kind }) => ({ kind: 'falseAccept', subject: key, sentence: `The ${kind} was accepted.` }));

async function sleepUnless(milliseconds: number, isOver: () => boolean): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end && !isOver()) await sleep(Math.max(0, Math.min(200, end - performance.now())));
}

export const countsOf = (findings: readonly Finding[]): Record<FindingKind, number> =>
  Object.fromEntries(
    FINDING_KINDS.map((kind) => [kind, findings.filter((finding) => finding.kind === kind).length]),
  ) as Record<FindingKind, number>;
