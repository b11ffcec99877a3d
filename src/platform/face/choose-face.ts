import { type FaceAnalysis, type FrameAnalysis } from './face-engine.js';
import { areaOf } from './geometry.js';

/** Why a frame holds no face that can be compared; each is something that the person can mend. */
export type FaceReason =
  | 'NO_FACE'
  | 'SEVERAL_FACES'
  | 'TOO_SMALL'
  | 'TOO_DARK'
  | 'TOO_BRIGHT'
  | 'BLURRED'
  | 'TURNED_AWAY'
  | 'CUT_OFF'
  | 'EYES_COVERED'
  | 'MOUTH_COVERED';

export type ChosenFace = { readonly face: FaceAnalysis } | { readonly reason: FaceReason };

/**
 * A second face counts from a quarter of the area of the first on: someone at up to twice the distance, so possibly
 * the one who is meant. Smaller ones are people passing behind, posters, and what a detector sees in a pattern.
 */
const SECOND_FACE_SHARE = 0.25;

/**
 * Each limit was set on 3,811 photos of LFW (taken by press photographers, so few are bad) and on degraded copies of
 * 145 frontal ones: see docs/adr/0010-face-pipeline.md for how, and for what each lets through. "Lost" is the part of
 * LFW that the limit turns away. Where one fault causes another, the cause comes first.
 */
const LIMITS: readonly { readonly reason: FaceReason; readonly broken: (face: FaceAnalysis) => boolean }[] = [
  // Box sizes. A detector draws the box around what it sees, so a face cut off shows as a box at the edge. Lost 0.7 %.
  { reason: 'CUT_OFF', broken: ({ quality }) => quality.margin < 0.1 },
  // Pixels between the eyes. The embedder's own picture has 35; it is enlarged at most 1.5 times. Lost 0.2 %.
  { reason: 'TOO_SMALL', broken: ({ quality }) => quality.eyeDistance < 24 },
  // Luma. The darkest face of LFW has 47, and dark skin must pass in any light that a picture can be taken in. Lost 0.
  { reason: 'TOO_DARK', broken: ({ quality }) => quality.brightness < 40 },
  // Luma. From here on highlights are cut off at white. Lost 0.1 %.
  { reason: 'TOO_BRIGHT', broken: ({ quality }) => quality.brightness > 180 },
  // Eye distances: about 40° of yaw. The landmarks of the far eye are guessed beyond. Lost 1.4 %.
  { reason: 'TURNED_AWAY', broken: ({ quality }) => Math.abs(quality.noseOffset) > 0.4 },
  // Variance of the Laplacian by standard deviation: the first alone calls soft light and dark skin blurred. Lost 0.5 %.
  { reason: 'BLURRED', broken: ({ quality }) => quality.sharpness / quality.contrast < 0.55 },
  // By the luma of the forehead. The people of two webcam sets have 0.55 and more. See docs/adr/0041-passive-evidence.md.
  { reason: 'EYES_COVERED', broken: ({ quality }) => quality.eyeLight < 0.33 },
  // By the luma of the forehead; of the same people 0.1 and more.
  { reason: 'MOUTH_COVERED', broken: ({ quality }) => quality.mouthContrast < 0.07 },
];

/** The one clear face of a frame, or the first reason why there is none. */
export function chooseFace({ faces: [face, second] }: FrameAnalysis): ChosenFace {
  if (face === undefined) return { reason: 'NO_FACE' };
  if (second !== undefined && areaOf(second.box) >= SECOND_FACE_SHARE * areaOf(face.box)) {
    return { reason: 'SEVERAL_FACES' };
  }
  const fault = LIMITS.find(({ broken }) => broken(face));
  return fault === undefined ? { face } : { reason: fault.reason };
}
