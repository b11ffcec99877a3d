import { Injectable } from '@nestjs/common';
import { type Capture } from '../../../platform/captures/capture.js';
import { Captures } from '../../../platform/captures/captures.service.js';
import { Database } from '../../../platform/database/database.js';
import { examineFrames, type FrameFinding } from '../../../platform/face/examine-frames.js';
import { FaceEngine } from '../../../platform/face/face-engine.js';
import { Telemetry } from '../../../platform/telemetry/telemetry.js';
import { traced } from '../../../platform/tracing/tracing.js';
import { CaptureWork } from '../../../platform/work/capture-work.js';
import { type Claim, type Ending } from '../../../platform/work/work-items.js';
import { References } from '../../enrolment/index.js';
import { ComparisonFailures } from '../locks/comparison-failures.repository.js';
import { standingOf } from '../locks/lock-policy.js';
import { type AttemptTask, AttemptsRepository } from './attempts.repository.js';
import { judgeChallenge, type ChallengeVerdict } from '../challenge/judge-challenge.js';
import { CheckpointLiveness } from '../checkpoints/checkpoint-liveness.js';
import { decide, type Decision, type Evidence } from './decision.js';
import { refusalOf } from './lock-refusal.js';
import { AttemptState, ValidationReason } from './validation-reason.js';

const COUNTED: ReadonlySet<ValidationReason> = new Set([
  ValidationReason.FACE_MISMATCH,
  ValidationReason.TURN_FURTHER_LEFT,
  ValidationReason.TURN_FURTHER_RIGHT,
  ValidationReason.BLINK_NOT_SEEN,
  ValidationReason.COME_CLOSER_NOT_SEEN,
  ValidationReason.TOO_CLOSE,
  ValidationReason.CHALLENGE_OUT_OF_ORDER,
  ValidationReason.FRAMES_NOT_IN_TIME,
  ValidationReason.FRAMES_REPEATED,
  ValidationReason.FACE_JUMPED,
  ValidationReason.MOVES_LIKE_A_PICTURE,
  ValidationReason.LOOKS_LIKE_A_PICTURE,
]);

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
    const wanted = { live: true, pose: task.challenge !== null };
    const frames = await examineFrames(this.engine, capture.frames, wanted, this.telemetry);
    const answer = this.judge(task, capture, frames);
    return traced('decide', () => this.database.transaction(() => this.decide(claim, task, { frames, answer })));
  }

  protected override count({ state, reason }: Ending): void {
    this.telemetry.validationEnded(state, reason);
  }

  /**
   * The consent is held while the decision is written: no comparison is recorded after a withdrawal. Decisions on one
   * person are written one after the other, each counting the failures before it: of a hundred attempts at the same time
   * no more are compared than of a hundred in a row.
   */
  private async decide(
    claim: Claim,
    task: AttemptTask,
    seen: Pick<Evidence, 'frames' | 'answer'>,
  ): Promise<Ending | undefined> {
    await this.failures.hold(task);
    const failures = await this.failures.of(task);
    const refusal = refusalOf(standingOf(failures));
    if (refusal !== undefined) return this.items.finish(claim, AttemptState.REJECTED, refusal);
    const threshold = this.engine.thresholdFor(task.targetFmr);
    const reference = await this.references.hold(task.personId, this.engine.model);
    const policy = { threshold, live: this.liveThreshold(task), byOperator: task.withoutChallenge };
    const decision = decide({ reference, ...seen }, policy);
    this.measure(decision, threshold);
    const ending = await this.items.finish(claim, decision.state, decision.reason, this.columnsOf(decision, threshold));
    if (ending !== undefined) await this.remember(task, decision, failures.length > 0);
    return ending;
  }

  private measure({ state, score, live }: Decision, threshold: number): void {
    if (score !== undefined) this.telemetry.compared(state, score - threshold);
    if (live !== undefined) this.telemetry.livenessSeen(live);
  }

  private judge(
    { challenge, liveness, targetFmr, age }: AttemptTask,
    { frames, capturedAt }: Capture,
    findings: readonly FrameFinding[],
  ): ChallengeVerdict | undefined {
    if (challenge === null) return undefined;
    const threshold = this.engine.thresholdFor(targetFmr);
    const policy = { steps: challenge, threshold, strict: liveness === CheckpointLiveness.STRICT };
    return judgeChallenge({ files: frames, findings, capturedAt, sinceAsked: age }, policy);
  }

  /** The head that moves as asked is the evidence of ACTIVE; an engine without a passive network gives none. */
  private liveThreshold({ liveness, challenge }: AttemptTask): number | undefined {
    const challengeAlone = liveness === CheckpointLiveness.ACTIVE && challenge !== null;
    return challengeAlone ? undefined : this.engine.liveThreshold;
  }

  /**
   * A face that does not match, a picture, and a challenge that was not answered: otherwise somebody with a film could open attempts
   * until it fits. Bad light is no failure of a person, and no way to wash off others.
   */
  private async remember(task: AttemptTask, { state, reason }: Decision, hasFailed: boolean): Promise<void> {
    if (state !== AttemptState.ACCEPTED) {
      if (COUNTED.has(reason)) await this.failures.add(task);
    } else if (hasFailed) await this.failures.clear(task);
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
