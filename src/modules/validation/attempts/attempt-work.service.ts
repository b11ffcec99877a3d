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
import { ComparisonFailures } from '../locks/comparison-failures.repository.js';
import { standingOf } from '../locks/lock-policy.js';
import { type AttemptTask, AttemptsRepository } from './attempts.repository.js';
import { decide, type Decision } from './decision.js';
import { type LockRefusal, refusalOf } from './lock-refusal.js';
import { AttemptState, ValidationReason } from './validation-reason.js';

/** Compares the frames of an attempt with the person's template and decides, in the worker. */
@Injectable()
export class AttemptWork extends CaptureWork {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsRepository,
    private readonly references: References,
    private readonly failures: ComparisonFailures,
    private readonly engine: FaceEngine,
    private readonly telemetry: Telemetry,
    captures: Captures,
  ) {
    super(attempts.work, captures);
  }

  protected override async conclude(claim: Claim, capture: Capture): Promise<Ending | undefined> {
    const task = await this.attempts.task(claim.id);
    const refusal = await this.refusalOf(task);
    if (refusal !== undefined) return this.items.finish(claim, AttemptState.REJECTED, refusal);
    const frames = await examineFrames(this.engine, capture.frames, { live: true }, this.telemetry);
    return this.database.transaction(() => this.decide(claim, task, frames));
  }

  protected override count({ state, reason }: Ending): void {
    this.telemetry.validationEnded(state, reason);
  }

  /**
   * The consent is held while the decision is written: no comparison is recorded after a withdrawal. Decisions on one
   * person are written one after the other, each counting the failures before it: of a hundred attempts at the same time
   * no more are compared than of a hundred in a row.
   */
  private async decide(claim: Claim, task: AttemptTask, frames: readonly FrameFinding[]): Promise<Ending | undefined> {
    await this.failures.hold(task);
    const refusal = await this.refusalOf(task);
    if (refusal !== undefined) return this.items.finish(claim, AttemptState.REJECTED, refusal);
    const threshold = this.engine.thresholdFor(task.targetFmr);
    const reference = await this.references.hold(task.personId, this.engine.model);
    const decision = decide({ reference, frames }, { threshold });
    const ending = await this.items.finish(claim, decision.state, decision.reason, this.columnsOf(decision, threshold));
    if (ending !== undefined) await this.remember(task, decision);
    return ending;
  }

  /** Only a comparison counts: bad light is no failure of a person, and no way to wash off others. */
  private async remember(task: AttemptTask, { state, reason }: Decision): Promise<void> {
    if (state === AttemptState.ACCEPTED) await this.failures.clear(task);
    else if (reason === ValidationReason.FACE_MISMATCH) await this.failures.add(task);
  }

  private async refusalOf(task: AttemptTask): Promise<LockRefusal | undefined> {
    return refusalOf(standingOf(await this.failures.of(task)));
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
