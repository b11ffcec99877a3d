import { type FrameFinding } from '../../../platform/face/examine-frames.js';
import { type FaceAnalysis } from '../../../platform/face/face-engine.js';
import { eyeOpenness } from '../../../platform/face/geometry.js';
import { ChallengeStep } from './challenge-step.js';

export type ClearFrame = Extract<FrameFinding, { usable: true }>;

/** A frame in which a face is seen well enough to follow its movements. */
export interface Sighting {
  readonly face: FaceAnalysis;
  readonly embedding: Float32Array;
  /** Milliseconds on the client's clock. */
  readonly at: number;
  /** Undefined when the face is turned too far to be compared. */
  readonly clear: ClearFrame | undefined;
}

/** Measured on two clips, and on 200 webcam frames each of five people and of printed photos of them: docs/adr/0040-active-challenge.md. */
const LIMITS = {
  /** Nose offset, eye distances. Straight faces stay below 0.13, printed photos held by hand as well. */
  straight: 0.13,
  /** Nose offset, eye distances: about 20°. Printed photos, turned, tilted and bent by hand, reach 0.11. */
  turned: 0.2,
  /** Degrees, by the pose network, which lags behind the nose: no printed photo had both this and the offset. */
  yaw: 10,
  /** Of the openness of the same eyes before. Closed ones have 0.65 to 0.7, open ones rarely below 0.75. */
  closed: 0.72,
  /** Of the eye distance before. */
  closer: 1.3,
} as const;

/** Undefined when the frame shows no face well enough. */
export function sightingOf(finding: FrameFinding, at: number): Sighting | undefined {
  if (finding.usable) return { face: finding.face, embedding: finding.embedding, at, clear: finding };
  const embedding = finding.turned?.embedding;
  if (finding.turned === undefined || embedding === undefined) return undefined;
  return { face: finding.turned, embedding, at, clear: undefined };
}

export const looksStraight = ({ face }: Sighting): boolean => Math.abs(face.quality.noseOffset) <= LIMITS.straight;

export const eyesClosed = (sighting: Sighting, neutral: Sighting): boolean =>
  eyeOpenness(sighting.face.landmarks) <= LIMITS.closed * eyeOpenness(neutral.face.landmarks);

/** The nose and, where the engine has one, the pose network agree; both are positive towards the person's left. */
function turnedTo(side: 1 | -1, { face: { pose, quality } }: Sighting): boolean {
  return side * quality.noseOffset >= LIMITS.turned && (pose === undefined || side * pose.yaw >= LIMITS.yaw);
}

const cameCloser = ({ face }: Sighting, neutral: Sighting): boolean =>
  face.quality.eyeDistance >= LIMITS.closer * neutral.face.quality.eyeDistance;

/** The steps that the person is in the middle of; eyes and distance are judged only while they look straight. */
export function stepsShown(sighting: Sighting, neutral: Sighting): readonly ChallengeStep[] {
  if (turnedTo(1, sighting)) return [ChallengeStep.LOOK_LEFT];
  if (turnedTo(-1, sighting)) return [ChallengeStep.LOOK_RIGHT];
  if (!looksStraight(sighting)) return [];
  return [
    ...(eyesClosed(sighting, neutral) ? [ChallengeStep.BLINK] : []),
    ...(cameCloser(sighting, neutral) ? [ChallengeStep.COME_CLOSER] : []),
  ];
}
