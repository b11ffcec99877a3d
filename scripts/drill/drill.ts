import { type FindingKind } from '../chaos/checker.js';
import { type Backend } from '../chaos/parts.js';
import { type Stage } from '../chaos/stage.js';
import { type Settings } from '../launcher/settings.js';

/** Undoes what was broken. */
export type Mend = () => Promise<void> | void;

/** Tells whoever watches when something is broken and when it is not any more. */
export interface Announcer {
  broken(): void;
  mended(): void;
}

/** What a drill is about, written down before it is run. */
export interface DrillCard {
  /** As `npm run drill -- NAME` calls it. */
  readonly name: string;
  /** What we say happens. */
  readonly hypothesis: string;
  /** What must be so before anything is broken. */
  readonly steadyState: string;
  /** What can come to harm. */
  readonly blastRadius: string;
  /** When it is ended early. */
  readonly abort: string;
  readonly rollback: string;
  /** The alert that must at least be pending; undefined when nobody is to be called. */
  readonly expectedAlert: string | undefined;
}

/** Of the drills on a stage that serves people, beside what each is about. */
export const SIX_KIOSKS = {
  steadyState: 'Six kiosks are served; every answer is the right one, and no request fails.',
  abort: 'Somebody is accepted who must not be.',
} as const satisfies Partial<DrillCard>;

export interface Drill extends DrillCard {
  readonly backend: Backend;
  /** Of the processes, beside those of every stage. */
  readonly settings?: Settings;
  perform(stage: Stage, announcer: Announcer, choices: DrillChoices): Promise<DrillOutcome>;
}

/** What may be chosen at the command line; each drill has its own defaults. */
export interface DrillChoices {
  /** How long it is broken, or load comes. */
  readonly seconds?: number | undefined;
  readonly people?: number | undefined;
  /** People who come in a second. */
  readonly rate?: number | undefined;
  /** Look at the steady state, and at what comes afterwards, for half as long. */
  readonly brief?: boolean;
}

/** What clients saw of a time. */
export interface Seen {
  readonly seconds: number;
  /** Answers, of any kind, to requests. */
  readonly requests: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** What came instead of an answer, by its code. */
  readonly errors: Readonly<Record<string, number>>;
  /** Validations that were decided. */
  readonly decided: number;
  /** Seconds that 99 of 100 requests waited, and the longest. */
  readonly p99: number;
  readonly longest: number;
}

/** Seconds from the mending. */
export interface Recovery {
  /** Until a request was acknowledged; null when none was. */
  readonly answers: number | null;
  /** Until somebody who came afterwards had their decision; null when nobody had. */
  readonly decides: number | null;
  /** Until everybody whose upload had been taken before had their decision; null when somebody never had. */
  readonly quiet: number | null;
}

export interface DrillOutcome {
  readonly injected: string;
  readonly steady: Seen;
  readonly during: Seen;
  readonly recovery: Recovery;
  /** What the checker found: nothing. */
  readonly found: Readonly<Record<FindingKind, number>>;
  /** Further figures, by what they are. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** Where the hypothesis was wrong. */
  readonly problems: readonly string[];
}

/** The steady state is not green: nothing was broken. */
export class NotSteadyError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The steady state is not green; nothing was broken: ${problems.join(' ')}`);
    this.name = 'NotSteadyError';
  }
}
