import { type FrameFinding } from '../../../platform/face/examine-frames.js';
import { compareEmbeddings } from '../../../platform/face/fuse.js';
import { ValidationReason } from '../attempts/validation-reason.js';
import { ChallengeStep } from './challenge-step.js';
import { faceJumps, headFlicks } from './continuity.js';
import { inOrder, isLook, movementsOf } from './movements.js';
import { turnsLikeAPicture } from './picture-like.js';
import { isOneFileTwice, isOnePictureTwice } from './repeated-frames.js';
import { type ClearFrame, eyesClosed, looksStraight, type Sighting, sightingOf } from './sighting.js';

/** What was uploaded for one attempt, and what the engine found in it; all lists are of one length and in one order. */
export interface ChallengeAnswer {
  readonly files: readonly Uint8Array[];
  readonly findings: readonly FrameFinding[];
  /** Milliseconds on the client's clock; undefined when the client did not say. */
  readonly capturedAt: readonly number[] | undefined;
  /** Milliseconds on our clock between the challenge and the look at its answer. */
  readonly sinceAsked: number;
}

export interface ChallengePolicy {
  readonly steps: readonly ChallengeStep[];
  /** Comparison score from which two faces count as one person. */
  readonly threshold: number;
  /** Whether the passive network must call the straight frames live, too. */
  readonly strict: boolean;
}

export type ChallengeVerdict =
  /** `straight`: the frames for the comparison. */
  | { readonly passed: true; readonly straight: readonly ClearFrame[] }
  | { readonly passed: false; readonly reason: ValidationReason };

/** Milliseconds. */
const TIME = {
  /** Between two frames: longer ones leave room to change what is before the camera. */
  gap: 5_000,
  /** From one position to the next: no head and no lid is faster, and a client that cuts a film is. */
  step: 150,
  /** How much of the time on the client's clock may be more than on ours. */
  drift: 1_000,
} as const;

/** Probability of the passive network, the middle one of the straight frames. */
const LIVE = 0.5;

const NOT_SEEN: Readonly<Record<ChallengeStep, ValidationReason>> = {
  [ChallengeStep.LOOK_LEFT]: ValidationReason.TURN_FURTHER_LEFT,
  [ChallengeStep.LOOK_RIGHT]: ValidationReason.TURN_FURTHER_RIGHT,
  [ChallengeStep.BLINK]: ValidationReason.BLINK_NOT_SEEN,
  [ChallengeStep.COME_CLOSER]: ValidationReason.COME_CLOSER_NOT_SEEN,
};

const refused = (reason: ValidationReason): ChallengeVerdict => ({ passed: false, reason });

/** Whether frames answer a challenge: one living head did its steps, in order and in time. The first thing amiss is the reason. */
export function judgeChallenge(answer: ChallengeAnswer, policy: ChallengePolicy): ChallengeVerdict {
  const broken = answer.findings.find(spoils);
  if (broken !== undefined) return refused(ValidationReason[broken.reason]);
  if (isOneFileTwice(answer.files)) return refused(ValidationReason.FRAMES_REPEATED);
  const { capturedAt } = answer;
  if (capturedAt === undefined || !isInTime(capturedAt, answer)) return refused(ValidationReason.FRAMES_NOT_IN_TIME);
  const sightings = answer.findings.flatMap((finding, index) => sightingOf(finding, capturedAt[index] ?? NaN) ?? []);
  if (isOnePictureTwice(sightings)) return refused(ValidationReason.FRAMES_REPEATED);
  const [neutral] = sightings;
  if (neutral === undefined) return refused(ValidationReason[whyNone(answer.findings)]);
  if (!sightings.every(({ embedding }) => compareEmbeddings(embedding, neutral.embedding) >= policy.threshold))
    return refused(ValidationReason.DIFFERENT_FACES);
  if (faceJumps(sightings)) return refused(ValidationReason.FACE_JUMPED);
  if (headFlicks(sightings)) return refused(ValidationReason.FRAMES_NOT_IN_TIME);
  if (!looksStraight(neutral)) return refused(whyNotStraight(answer.findings[0]));
  const verdict = judgeMovements(sightings, neutral, policy);
  return isTooClose(verdict, answer.findings) ? refused(ValidationReason.TOO_CLOSE) : verdict;
}

/** Whoever comes so close that the face does not fit has not missed the step: they have overdone it. */
const isTooClose = (verdict: ChallengeVerdict, findings: readonly FrameFinding[]): boolean =>
  !verdict.passed &&
  verdict.reason === ValidationReason.COME_CLOSER_NOT_SEEN &&
  findings.some((finding) => !finding.usable && finding.reason === 'CUT_OFF');

function judgeMovements(
  sightings: readonly Sighting[],
  neutral: Sighting,
  { steps, strict }: ChallengePolicy,
): ChallengeVerdict {
  const movements = movementsOf(sightings, neutral);
  const missing = steps.find((step) => movements.every((movement) => movement.step !== step));
  if (missing !== undefined) return refused(NOT_SEEN[missing]);
  const answers = inOrder(movements, steps);
  if (answers === undefined) return refused(ValidationReason.CHALLENGE_OUT_OF_ORDER);
  if (!areApart([neutral, ...answers.map(({ sighting }) => sighting)]))
    return refused(ValidationReason.FRAMES_NOT_IN_TIME);
  if (answers.some((movement) => isLook(movement.step) && turnsLikeAPicture(movement.height, neutral)))
    return refused(ValidationReason.MOVES_LIKE_A_PICTURE);
  const straight = sightings.flatMap((one) =>
    one.clear !== undefined && looksStraight(one) && !eyesClosed(one, neutral) ? [one.clear] : [],
  );
  return strict && !looksLive(straight) ? refused(ValidationReason.LOOKS_LIKE_A_PICTURE) : { passed: true, straight };
}

type Unclear = Extract<FrameFinding, { usable: false }>;

/** Nobody, or somebody else too, in the middle of it: then it is not certain who did what. A blurred frame is only left out. */
const spoils = (finding: FrameFinding): finding is Unclear =>
  !finding.usable && ['NO_FACE', 'SEVERAL_FACES', 'IMAGE_UNREADABLE'].includes(finding.reason);

const whyNone = (findings: readonly FrameFinding[]): Unclear['reason'] =>
  findings.find((finding): finding is Unclear => !finding.usable)?.reason ?? 'NO_FACE';

/** A first look that is dark or blurred is not one aside. */
const whyNotStraight = (first: FrameFinding | undefined): ValidationReason =>
  first === undefined || first.usable || first.reason === 'TURNED_AWAY'
    ? ValidationReason.LOOK_STRAIGHT_FIRST
    : ValidationReason[first.reason];

/** Later and later, without long gaps, and none of it before the challenge. */
function isInTime(times: readonly number[], { findings, sinceAsked }: ChallengeAnswer): boolean {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? NaN));
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  return (
    times.length === findings.length &&
    gaps.every((gap) => gap > 0 && gap <= TIME.gap) &&
    span <= sinceAsked + TIME.drift
  );
}

const areApart = (sightings: readonly Sighting[]): boolean =>
  sightings.slice(1).every(({ at }, index) => at - (sightings[index]?.at ?? NaN) >= TIME.step);

/** An engine without a passive network satisfies nobody who is strict. */
function looksLive(straight: readonly ClearFrame[]): boolean {
  const lives = straight.map(({ face }) => face.live ?? 0).toSorted((a, b) => a - b);
  return (lives[Math.floor(lives.length / 2)] ?? 0) >= LIVE;
}
