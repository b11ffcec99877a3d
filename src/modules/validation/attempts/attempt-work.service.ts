import { Injectable } from '@nestjs/common';
import { type Capture } from '../../../platform/captures/capture.js';
import { Captures } from '../../../platform/captures/captures.service.js';
import { Database } from '../../../platform/database/database.js';
import { examineFrames, type FrameFinding } from '../../../platform/face/examine-frames.js';
import { FaceEngine } from '../../../platform/face/face-engine.js';
import { Telemetry } from '../../../platform/telemetry/telemetry.js';
import { CaptureWork } from '../../../platform/work/capture-work.js';
import { type Claim, type Ending } from '../../../platform/work/work-items.js';
import { References } from '../../enrolment/index.js';
import { type AttemptTask, AttemptsRepository } from './attempts.repository.js';
import { decide, type Decision } from './decision.js';

/** Compares the frames of an attempt with the person's template and decides, in the worker. */
@Injectable()
export class AttemptWork extends CaptureWork {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsRepository,
    private readonly references: References,
    private readonly engine: FaceEngine,
    private readonly telemetry: Telemetry,
    captures: Captures,
  ) {
    super(attempts.work, captures);
  }

  protected override async conclude(claim: Claim, capture: Capture): Promise<Ending | undefined> {
    const task = await this.attempts.task(claim.id);
    const frames = await examineFrames(this.engine, capture.frames, { live: true }, this.telemetry);
    return this.database.transaction(() => this.decide(claim, task, frames));
  }

  protected override count({ state, reason }: Ending): void {
    this.telemetry.validationEnded(state, reason);
  }

  /** The consent is held while the decision is written: no comparison is recorded after a withdrawal. */
  private async decide(claim: Claim, task: AttemptTask, frames: readonly FrameFinding[]): Promise<Ending | undefined> {
    const threshold = this.engine.thresholdFor(task.targetFmr);
    const reference = await this.references.hold(task.personId, this.engine.model);
    const decision = decide({ reference, frames }, { threshold });
    return this.items.finish(claim, decision.state, decision.reason, this.columnsOf(decision, threshold));
  }

  private columnsOf({ score, live }: Decision, threshold: number): Record<string, string | number | null> {
    const { id, version } = this.engine.model;
    return {
      model_id: id,
      model_version: version,
      comparison_score: score ?? null,
      threshold,
      pad_live: live ?? null,
    };
  }
}
