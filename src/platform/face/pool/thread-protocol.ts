import { type FaceApiPack } from '../face-api/face-api-pack.js';
import { type FrameLimits } from '../decode.js';
import { type FrameAnalysis, type WantedStages } from '../face-engine.js';
import { type FrameRefusal } from '../frame-refused.error.js';
import { type Pack } from '../pack.js';

/** What a thread is told when it starts. */
export type ThreadSetup = { readonly limits: FrameLimits } & (
  | { readonly engine: 'onnx'; readonly pack: Pack; readonly dir: string }
  | { readonly engine: 'face-api'; readonly pack: FaceApiPack }
);

export interface ThreadTask {
  readonly frame: Uint8Array;
  readonly wanted: WantedStages;
}

/** Classes do not survive the way between threads, so a refusal travels as data. */
export type ThreadAnswer = { readonly analysis: FrameAnalysis } | { readonly refused: FrameRefusal };
