import { type FrameFinding } from '../../../src/platform/face/examine-frames.js';
import { type ValidationReason } from '../../../src/modules/validation/attempts/validation-reason.js';
import { ChallengeStep } from '../../../src/modules/validation/challenge/challenge-step.js';
import { type ChallengePolicy, judgeChallenge } from '../../../src/modules/validation/challenge/judge-challenge.js';
import { inOrder, isLook, movementsOf } from '../../../src/modules/validation/challenge/movements.js';
import { looksStraight, type Sighting } from '../../../src/modules/validation/challenge/sighting.js';
import { answerOf, assumedTimes, fromStraight, type Shot, sightingsOf, withoutCameraRepeats } from './film.js';
import { type Sequence } from './sequences.js';

export type SequencePolicy = Omit<ChallengePolicy, 'steps'>;

export interface SequenceVerdict {
  readonly accepted: boolean;
  readonly reason: ValidationReason | 'ANSWERED';
  /** What it was judged by: what was asked for or, where that is not known, the turns that it shows. */
  readonly steps: readonly ChallengeStep[];
}

/** What a kiosk may send for one attempt. */
const BURST = 8;
/** No challenge has more. */
const MOST_STEPS = 3;

/**
 * Whether a sequence passes for a living person who answers. Nobody knows what was asked of one without a sidecar: it is
 * judged by the turns that it shows from the first straight look on, be it a single one, so that whatever answers any
 * challenge at all passes; for an attack that is easier than a challenge is.
 *
 * What a kiosk could send as it is, is judged as it is. A longer film must pass twice: every frame of it, and the burst
 * that a kiosk would choose from it.
 */
export function judgeSequence(
  { frames, sidecar }: Pick<Sequence, 'frames' | 'sidecar'>,
  findings: readonly FrameFinding[],
  policy: SequencePolicy,
): SequenceVerdict {
  const shots = shotsOf(frames, findings, sidecar.times ?? assumedTimes(frames.length));
  const film = shots.length > BURST ? withoutCameraRepeats(shots) : shots;
  const isAnswer = sidecar.steps !== undefined && shots.length <= BURST;
  const shown = isAnswer ? film : fromStraight(film);
  const steps = sidecar.steps ?? turnsOf(sightingsOf(shown));
  const whole = verdictOn(shown, steps, policy);
  if (!whole.accepted || shown.length <= BURST) return whole;
  const first = steps.slice(0, MOST_STEPS);
  return verdictOn(burstOf(shown, first), first, policy);
}

const shotsOf = (
  frames: readonly Uint8Array[],
  findings: readonly FrameFinding[],
  times: readonly number[],
): readonly Shot[] =>
  findings.map((finding, index) => ({ file: frames[index] ?? new Uint8Array(), finding, at: times[index] ?? NaN }));

function verdictOn(shots: readonly Shot[], steps: readonly ChallengeStep[], policy: SequencePolicy): SequenceVerdict {
  const verdict = judgeChallenge(answerOf(shots), { ...policy, steps });
  return { accepted: verdict.passed, reason: verdict.passed ? 'ANSWERED' : verdict.reason, steps };
}

/** Where there is none, the side to which the head came furthest: it is what will be missed. */
function turnsOf(sightings: readonly Sighting[]): readonly ChallengeStep[] {
  const [neutral] = sightings;
  const turns =
    neutral === undefined
      ? []
      : movementsOf(sightings, neutral)
          .map(({ step }) => step)
          .filter(isLook);
  if (turns.length > 0) return turns;
  const furthest = sightings.map(({ face }) => face.quality.noseOffset).toSorted((a, b) => Math.abs(b) - Math.abs(a));
  return [(furthest[0] ?? 0) < 0 ? ChallengeStep.LOOK_RIGHT : ChallengeStep.LOOK_LEFT];
}

/** As a kiosk chooses: the first look, each step at its height, and a straight look after each. */
function burstOf(shots: readonly Shot[], steps: readonly ChallengeStep[]): readonly Shot[] {
  const sightings = sightingsOf(shots);
  const [neutral] = sightings;
  if (neutral === undefined) return shots.slice(0, BURST);
  const movements = movementsOf(sightings, neutral);
  const count = steps.filter(isLook).length;
  const turns = movements.filter(({ step }) => isLook(step));
  const end = turns[count]?.sighting.at ?? Infinity;
  const answers = inOrder(
    movements.filter(({ sighting }) => sighting.at < end),
    steps,
  );
  const heights = (answers ?? []).map(({ height }) => height.at);
  const between = heights.map((at, index) => straightAfter(sightings, at, heights[index + 1] ?? end));
  const chosen = new Set([neutral.at, ...heights, ...between]);
  return shots.filter(({ at }) => chosen.has(at)).slice(0, BURST);
}

const straightAfter = (sightings: readonly Sighting[], from: number, to: number): number | undefined =>
  sightings.find((sighting) => sighting.at > from && sighting.at < to && looksStraight(sighting))?.at;
