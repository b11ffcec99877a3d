import {
  type EngineLoad,
  FaceEngine,
  type FrameAnalysis,
  type ModelIdentity,
  type WantedStages,
} from '../face/face-engine.js';
import { FaultPoint } from './fault.js';
import { type FaultSwitch } from './fault-switch.js';

/** Another engine, which fails as the switch says. */
export class FaultyFaceEngine extends FaceEngine {
  constructor(
    private readonly engine: FaceEngine,
    private readonly faults: FaultSwitch,
  ) {
    super();
  }

  override async analyse(frame: Uint8Array, wanted: WantedStages): Promise<FrameAnalysis> {
    await this.faults.strike(FaultPoint.ENGINE);
    return this.engine.analyse(frame, wanted);
  }

  override get model(): ModelIdentity {
    return this.engine.model;
  }

  override get threads(): number {
    return this.engine.threads;
  }

  override get load(): EngineLoad {
    return this.engine.load;
  }

  override get liveThreshold(): number | undefined {
    return this.engine.liveThreshold;
  }

  override thresholdFor(fmr: number): number {
    return this.engine.thresholdFor(fmr);
  }

  override warmUp(): Promise<void> {
    return this.engine.warmUp();
  }

  override close(): Promise<void> {
    return this.engine.close();
  }
}
