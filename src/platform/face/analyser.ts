import { type FrameAnalysis, type WantedStages } from './face-engine.js';

/** 8-bit sRGB, interleaved, row by row, upright: `data.length === width * height * 3`. */
export interface RgbImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Faces that an adapter describes: two are enough to say "several", and a photo of a class must not cost a second. */
export const MAX_FACES = 3;

/**
 * An adapter's part that lives in one thread: it holds the networks and sees one decoded frame at a time.
 * Decoding, the pool, time limits and thresholds are the same for all adapters and are not its business.
 */
export interface ThreadAnalyser {
  /** Faces, largest first; `timings` without `decode`. */
  analyse(image: RgbImage, wanted: WantedStages): Promise<Pick<FrameAnalysis, 'faces' | 'timings'>>;
}
