import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { FaultSwitch } from '../faults/fault-switch.js';
import { FaultyFaceEngine } from '../faults/faulty-face-engine.js';
import { HealthChecks } from '../telemetry/health-checks.js';
import { createFaceEngine } from './create-face-engine.js';
import { FaceEngine } from './face-engine.js';

async function engineOf(env: Environment, faults?: FaultSwitch): Promise<FaceEngine> {
  const engine = await createFaceEngine({
    engine: env.FACE_ENGINE,
    pack: env.FACE_PACK,
    modelsDir: env.MODELS_DIR,
    threads: env.FACE_THREADS,
    maxBytes: env.CAPTURE_MAX_FRAME_BYTES,
    maxPixels: env.CAPTURE_MAX_PIXELS,
  });
  await engine.warmUp();
  return faults === undefined ? engine : new FaultyFaceEngine(engine, faults);
}

/** The worker's alone: the API never runs a model. */
@Global()
@Module({
  providers: [
    { provide: FaceEngine, useFactory: engineOf, inject: [ENVIRONMENT, { token: FaultSwitch, optional: true }] },
  ],
  exports: [FaceEngine],
})
export class FaceModule implements OnApplicationShutdown {
  constructor(
    @Inject(FaceEngine) private readonly engine: FaceEngine,
    checks: HealthChecks,
  ) {
    // The engine is made and warm, or the process would not have come this far.
    checks.register('models', () => Promise.resolve());
  }

  /** After the workers have drained: Nest calls the hooks of importing modules first. */
  async onApplicationShutdown(): Promise<void> {
    await this.engine.close();
  }
}
