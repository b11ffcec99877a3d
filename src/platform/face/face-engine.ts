/** Pixels of the upright frame; x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners in pixels of the upright frame; may reach beyond it where the face does. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Degrees: yaw positive to the subject's left, pitch positive upwards, roll positive clockwise in the picture. */
export interface Pose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/** Eye centres, nose tip and mouth corners, in the order of the ArcFace reference points. */
export type FivePoints = readonly [leftEye: Point, rightEye: Point, nose: Point, leftMouth: Point, rightMouth: Point];

/** What a picture of a face is worth, measured on the pixels; the policy on it is in choose-face.ts. */
export interface FaceQuality {
  /** Distance between the eye centres, pixels. */
  readonly eyeDistance: number;
  /** Mean luma of the aligned face, 0..255. */
  readonly brightness: number;
  /** Standard deviation of that luma, 0..128. */
  readonly contrast: number;
  /** Variance of the Laplacian of the aligned face's luma; higher is sharper. */
  readonly sharpness: number;
  /** Nose along the eye line, in eye distances: 0 looking straight, beyond ±0.25 clearly turned. */
  readonly noseOffset: number;
  /** From the face box to the nearest edge of the frame, in widths or heights of the box; negative beyond the frame. */
  readonly margin: number;
  /** Mean luma around the lighter eye by that of the forehead; low behind dark glasses, above 1 under a fringe. */
  readonly eyeLight: number;
  /** Standard deviation of the luma around the mouth by the mean of the forehead's: a covered mouth has no lips. */
  readonly mouthContrast: number;
}

export interface FaceAnalysis {
  readonly box: Box;
  /** Of the detector, 0..1. */
  readonly score: number;
  /** The 68 points of the iBUG 300-W scheme. */
  readonly landmarks: readonly Point[];
  readonly five: FivePoints;
  readonly quality: FaceQuality;
  /** By the pose network; undefined when not asked for or when the engine has none. */
  readonly pose: Pose | undefined;
  /** Probability that the presentation is live (passive), 0..1; undefined when not asked for or when the engine has none. */
  readonly live: number | undefined;
  /** Unit length; undefined when not asked for. */
  readonly embedding: Float32Array | undefined;
  /** The embedding of the face seen in a mirror, unit length; undefined when not asked for or when the engine has none. */
  readonly mirrored?: Float32Array | undefined;
}

export type Stage = 'decode' | 'detect' | 'landmarks' | 'pose' | 'quality' | 'live' | 'align' | 'embed';

export interface FrameAnalysis {
  /** Of the upright frame, pixels. */
  readonly width: number;
  readonly height: number;
  /** Largest first. */
  readonly faces: readonly FaceAnalysis[];
  /** Milliseconds of each stage that ran, over all faces. */
  readonly timings: Readonly<Partial<Record<Stage, number>>>;
}

/** Stages beyond detection, landmarks and quality. They run on the largest face only, which is the one that counts. */
export interface WantedStages {
  readonly pose?: boolean;
  readonly live?: boolean;
  readonly embedding?: boolean;
  /** Of the embedding's picture; for nothing without it. */
  readonly mirrored?: boolean;
}

/** Which embedder made an embedding. Only embeddings of one model are ever compared. */
export interface ModelIdentity {
  readonly id: string;
  readonly version: string;
}

/** What the engine has to do at this moment. */
export interface EngineLoad {
  /** Frames that wait for a thread. */
  readonly waiting: number;
  /** Threads without a frame. */
  readonly idle: number;
}

/**
 * Port to whatever finds and describes faces. Runs away from the event loop; answers in the order of completion.
 * An abstract class, so that it is its own injection token.
 */
export abstract class FaceEngine {
  /** Of the embedder. */
  abstract readonly model: ModelIdentity;

  /**
   * @param frame a JPEG, PNG or WebP file
   * @throws FrameRefusedError when the frame is not a picture that we take
   */
  abstract analyse(frame: Uint8Array, wanted: WantedStages): Promise<FrameAnalysis>;

  /** Frames that it works on at once. */
  abstract readonly threads: number;

  abstract get load(): EngineLoad;

  /** Comparison score (cosine similarity), −1..1, at which `fmr` of impostor comparisons are accepted. @throws RangeError */
  abstract thresholdFor(fmr: number): number;

  /** `live` from which on a presentation counts as a living face, 0..1; undefined when the engine has no such network. */
  abstract readonly liveThreshold: number | undefined;

  /** Loads the models on every thread; resolves when the first frame will be as fast as the next. */
  abstract warmUp(): Promise<void>;

  abstract close(): Promise<void>;
}
