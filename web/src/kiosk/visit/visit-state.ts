import { type ChallengeStep } from '../graphql/graphql';
import { isFailure, type Outcome } from './outcome';

/** What a challenge has somebody do: its steps, and looking straight before and after each of them. */
export type Scene = 'STRAIGHT' | ChallengeStep;

export type Screen =
  /** Waits for a QR; `withoutSteps` when somebody asked for a validation without a challenge. */
  | { readonly at: 'idle'; readonly withoutSteps: boolean }
  | { readonly at: 'pin' }
  | { readonly at: 'opening' }
  | { readonly at: 'framing' }
  /** `scene` counts in `scenes`. */
  | { readonly at: 'acting'; readonly steps: readonly ChallengeStep[]; readonly scene: number }
  | { readonly at: 'sending' }
  | { readonly at: 'deciding' }
  | { readonly at: 'result'; readonly outcome: Outcome }
  | { readonly at: 'help' }
  | { readonly at: 'noFace' }
  | { readonly at: 'staff' }
  | { readonly at: 'outOfOrder' };

export interface KioskState {
  readonly screen: Screen;
  /** How the visit before this one ended, while it still has to be seen. */
  readonly before: Outcome | undefined;
  /** When visits failed here in the last minutes; milliseconds. Nobody's name or QR is with them. */
  readonly failures: readonly number[];
}

type Choice = 'helpAsked' | 'noFaceChosen' | 'withoutStepsChosen' | 'staffCame' | 'outOfOrder';

export type KioskEvent =
  | { readonly type: 'scanned'; readonly asksPin: boolean }
  | { readonly type: 'acts'; readonly steps: readonly ChallengeStep[]; readonly scene: number }
  | { readonly type: 'ended'; readonly outcome: Outcome; readonly now: number }
  | { readonly type: 'pinTyped' | 'pinMissing' | 'opened' | 'filmed' | 'sent' | 'resultSeen' | 'left' | Choice };

/** Milliseconds. */
export const TIMES = {
  /** For which a result is shown. */
  result: 3_000,
  /** For which it sends to the staff: the kiosk has to be free within three seconds, the drawing of both screens with it. */
  staff: 2_500,
  /** After which somebody who does nothing has left. */
  abandoned: 20_000,
  /** Within which too many failures send to the staff. */
  failures: 180_000,
} as const;
const TOO_MANY = 5;

export const START: KioskState = { screen: { at: 'idle', withoutSteps: false }, before: undefined, failures: [] };

/** A first look, then each step and a look after it. */
export const scenesOf = (steps: readonly ChallengeStep[]): readonly Scene[] => [
  'STRAIGHT',
  ...steps.flatMap((step): Scene[] => [step, 'STRAIGHT']),
];

/** For how long it is shown. */
export const shownFor = ({ screen }: KioskState): number =>
  screen.at === 'result' && screen.outcome.kind === 'staff' ? TIMES.staff : TIMES.result;

/** Whether a QR begins a visit now: also while the result of the one before is still shown. */
export const takesQr = ({ screen }: KioskState): boolean => screen.at === 'idle' || screen.at === 'result';

/** Screens on which nothing happens unless somebody does something. */
export const waitsForSomebody = ({ screen }: KioskState): boolean =>
  ['pin', 'help', 'noFace', 'staff'].includes(screen.at) || (screen.at === 'idle' && screen.withoutSteps);

/** What somebody gets who touches a button. */
const CHOICES: Readonly<Record<Choice, Screen>> = {
  helpAsked: { at: 'help' },
  noFaceChosen: { at: 'noFace' },
  withoutStepsChosen: { at: 'idle', withoutSteps: true },
  staffCame: { at: 'staff' },
  outOfOrder: { at: 'outOfOrder' },
};

/** From where each of these leads where. */
const WAYS = {
  pinTyped: { from: ['pin'], to: { at: 'opening' } },
  pinMissing: { from: ['opening'], to: { at: 'pin' } },
  opened: { from: ['opening'], to: { at: 'framing' } },
  filmed: { from: ['framing', 'acting'], to: { at: 'sending' } },
  sent: { from: ['sending'], to: { at: 'deciding' } },
} as const satisfies Record<string, { from: readonly Screen['at'][]; to: Screen }>;

const isWay = (type: KioskEvent['type']): type is keyof typeof WAYS => type in WAYS;

/** What the kiosk shows next. An event that does not belong to the screen changes nothing. */
export function next(state: KioskState, event: KioskEvent): KioskState {
  switch (event.type) {
    case 'scanned':
      return takesQr(state) ? begun(state, event.asksPin) : state;
    case 'acts':
      return inFront(state) ? { ...state, screen: { at: 'acting', steps: event.steps, scene: event.scene } } : state;
    case 'ended':
      return isUnderWay(state) ? ended(state, event) : state;
    case 'resultSeen':
      return state.screen.at === 'result' ? idle(state) : { ...state, before: undefined };
    case 'left':
      return idle(state);
    default:
      return isWay(event.type) ? onWay(state, WAYS[event.type]) : { ...idle(state), screen: CHOICES[event.type] };
  }
}

const onWay = (
  state: KioskState,
  { from, to }: { readonly from: readonly string[]; readonly to: Screen },
): KioskState => (from.includes(state.screen.at) ? { ...state, screen: to } : state);

const idle = (state: KioskState): KioskState => ({ ...START, failures: state.failures });

const inFront = ({ screen }: KioskState): boolean => screen.at === 'framing' || screen.at === 'acting';

const isUnderWay = (state: KioskState): boolean =>
  inFront(state) || ['pin', 'opening', 'sending', 'deciding'].includes(state.screen.at);

const begun = (state: KioskState, asksPin: boolean): KioskState => ({
  ...state,
  screen: asksPin ? { at: 'pin' } : { at: 'opening' },
  before: state.screen.at === 'result' ? state.screen.outcome : undefined,
});

interface Ended {
  readonly outcome: Outcome;
  readonly now: number;
}

function ended(state: KioskState, { outcome, now }: Ended): KioskState {
  const recent = state.failures.filter((at) => now - at < TIMES.failures);
  const failures = isFailure(outcome) ? [...recent, now] : recent;
  const isEnough = failures.length >= TOO_MANY;
  const shown: Outcome = isEnough ? { kind: 'staff' } : outcome;
  return { screen: { at: 'result', outcome: shown }, before: undefined, failures: isEnough ? [] : failures };
}
