import pMap from 'p-map';
import { chooseFace, type FaceReason } from './choose-face.js';
import {
  type FaceAnalysis,
  type FaceEngine,
  type FaceQuality,
  type FrameAnalysis,
  type WantedStages,
} from './face-engine.js';
import { type SeenFace, type Telemetry } from '../telemetry/telemetry.js';
import { traced, tracedBetween } from '../tracing/tracing.js';
import { FrameRefusedError } from './frame-refused.error.js';

/** What one frame of a capture holds: one clear face, or the reason why not. */
export type FrameFinding =
  | { readonly usable: true; readonly face: FaceAnalysis; readonly embedding: Float32Array }
  | {
      readonly usable: false;
      readonly reason: FaceReason | 'IMAGE_UNREADABLE';
      /** The face, where turning away is all that is wrong with it: what a challenge may ask for. */
      readonly turned?: FaceAnalysis;
    };

/**
 * As many frames at once as the engine has threads: one capture keeps all of them busy, and as many captures as a worker
 * may have in hand never fill the engine's queue.
 */
export function examineFrames(
  engine: FaceEngine,
  frames: readonly Uint8Array[],
  wanted: WantedStages,
  telemetry: Telemetry,
): Promise<FrameFinding[]> {
  return pMap(frames, (frame) => examine(engine, frame, { ...wanted, embedding: true }, telemetry), {
    concurrency: engine.threads,
  });
}

async function examine(
  engine: FaceEngine,
  frame: Uint8Array,
  wanted: WantedStages,
  telemetry: Telemetry,
): Promise<FrameFinding> {
  try {
    const analysis = await analyse(engine, frame, wanted);
    for (const [stage, milliseconds] of Object.entries(analysis.timings)) telemetry.stage(stage, milliseconds / 1_000);
    const [largest] = analysis.faces;
    if (largest !== undefined) telemetry.faceSeen(seenOf(largest.quality));
    const chosen = chooseFace(analysis);
    if ('reason' in chosen) {
      const turned = chosen.reason === 'TURNED_AWAY' && largest !== undefined ? { turned: largest } : {};
      return { usable: false, reason: chosen.reason, ...turned };
    }
    const { embedding } = chosen.face;
    if (embedding === undefined) throw new Error('The engine gave no embedding though one was asked for.');
    return { usable: true, face: chosen.face, embedding };
  } catch (error) {
    if (error instanceof FrameRefusedError) return { usable: false, reason: 'IMAGE_UNREADABLE' };
    throw error;
  }
}

/** The stages ran on another thread, one after the other; what they took is known when they are over. */
const analyse = (engine: FaceEngine, frame: Uint8Array, wanted: WantedStages): Promise<FrameAnalysis> =>
  traced('frame', async (span) => {
    const analysis = await engine.analyse(frame, wanted);
    if (span.isRecording()) traceStages(analysis.timings);
    return analysis;
  });

function traceStages(timings: FrameAnalysis['timings']): void {
  const stages = Object.entries(timings);
  let at = Date.now() - stages.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  for (const [stage, milliseconds] of stages) {
    tracedBetween(`face.${stage === 'live' ? 'pad' : stage}`, at, (at += milliseconds));
  }
}

const seenOf = ({ brightness, eyeDistance, sharpness, contrast }: FaceQuality): SeenFace => ({
  brightness,
  eyeDistance,
  sharpness: sharpness / contrast,
});
