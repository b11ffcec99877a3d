import { type FrameFinding } from '../../../src/platform/face/examine-frames.js';
import { type ChallengeAnswer } from '../../../src/modules/validation/challenge/judge-challenge.js';
import { isOneFileTwice, isOnePictureTwice } from '../../../src/modules/validation/challenge/repeated-frames.js';
import { looksStraight, type Sighting, sightingOf } from '../../../src/modules/validation/challenge/sighting.js';

/** One frame of a sequence, and what was found in it. */
export interface Shot {
  readonly file: Uint8Array;
  readonly finding: FrameFinding;
  /** Milliseconds. */
  readonly at: number;
}

/** What an answer to a challenge takes, milliseconds: so long a sequence without times is taken to have lasted. */
const ANSWER_TAKES = 4_000;
/** Milliseconds between two frames of a longer film: a camera's thirty a second. */
const CAMERA_PACE = 1_000 / 30;

/** So often in a row a camera may give one picture: thirty frames a second from a sensor that takes twelve. */
const CAMERA_REPEATS = 3;

/** The times of a sequence that has none. */
export function assumedTimes(frames: number): readonly number[] {
  const pace = Math.max(ANSWER_TAKES / frames, CAMERA_PACE);
  return Array.from({ length: frames }, (_, index) => index * pace);
}

export const seen = ({ finding, at }: Shot): Sighting | undefined => sightingOf(finding, at);
export const sightingsOf = (shots: readonly Shot[]): readonly Sighting[] => shots.flatMap((shot) => seen(shot) ?? []);

export const answerOf = (shots: readonly Shot[]): ChallengeAnswer => ({
  files: shots.map(({ file }) => file),
  findings: shots.map(({ finding }) => finding),
  capturedAt: shots.map(({ at }) => at),
  sinceAsked: (shots.at(-1)?.at ?? 0) - (shots[0]?.at ?? 0),
});

/** A picture that a camera gave several times in a row is taken once; what comes more often, or again later, stays. */
export function withoutCameraRepeats(shots: readonly Shot[]): readonly Shot[] {
  let run = 1;
  return shots.filter((shot, index) => {
    const before = shots[index - 1];
    run = before !== undefined && isOnePicture(before, shot) ? run + 1 : 1;
    return run === 1 || run > CAMERA_REPEATS;
  });
}

const isOnePicture = (a: Shot, b: Shot): boolean =>
  isOneFileTwice([a.file, b.file]) || isOnePictureTwice(sightingsOf([a, b]));

/** A kiosk begins when somebody looks straight at it. Where nobody does, everything. */
export function fromStraight(shots: readonly Shot[]): readonly Shot[] {
  const first = shots.findIndex((shot) => {
    const sighting = seen(shot);
    return sighting?.clear !== undefined && looksStraight(sighting);
  });
  return shots.slice(Math.max(0, first));
}
