import { type FaceAnalysis, type FrameAnalysis } from './face-engine.js';

/** Why a frame holds no face that can be compared; each is something that the person can mend. */
export type FaceReason =
  | 'NO_FACE'
  | 'SEVERAL_FACES'
  | 'TOO_SMALL'
  | 'TOO_DARK'
  | 'TOO_BRIGHT'
  | 'BLURRED'
  | 'TURNED_AWAY'
  | 'CUT_OFF';

export type ChosenFace = { readonly face: FaceAnalysis } | { readonly reason: FaceReason };

/** The one clear face of a frame, or the first reason why there is none. */
export function chooseFace(analysis: FrameAnalysis): ChosenFace {
  const [face] = analysis.faces;
  return face === undefined ? { reason: 'NO_FACE' } : { face };
}
