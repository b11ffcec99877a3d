import { type Calibration } from './calibration.js';
import {
  type EngineLoad,
  FaceEngine,
  type FrameAnalysis,
  type ModelIdentity,
  type WantedStages,
} from './face-engine.js';
import { type FacePool } from './pool/face-pool.js';

/** Any adapter: what differs between them is in the threads. */
export class PooledFaceEngine extends FaceEngine {
  /** @param calibration undefined for a pack that was not measured yet: it can describe faces, but not judge scores */
  constructor(
    readonly model: ModelIdentity,
    private readonly pool: FacePool,
    private readonly calibration: Calibration | undefined,
    readonly liveThreshold: number | undefined,
  ) {
    super();
  }

  analyse(frame: Uint8Array, wanted: WantedStages): Promise<FrameAnalysis> {
    return this.pool.analyse(frame, wanted);
  }

  get threads(): number {
    return this.pool.threads;
  }

  get load(): EngineLoad {
    return this.pool.load;
  }

  thresholdFor(fmr: number): number {
    if (this.calibration !== undefined) return this.calibration.thresholdFor(fmr);
    throw new RangeError(`${this.model.id} ${this.model.version} has no calibration: "npm run calibrate" makes one.`);
  }

  warmUp(): Promise<void> {
    return this.pool.warmUp();
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
