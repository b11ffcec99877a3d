import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Captures } from '../../../platform/captures/captures.service.js';
import { Database } from '../../../platform/database/database.js';
import { examineFrames } from '../../../platform/face/examine-frames.js';
import { FaceEngine } from '../../../platform/face/face-engine.js';
import { done, type JobOutcome, skipped } from '../../../platform/queue/job-table.js';
import { type Claim, MAX_CLAIMS } from '../../../platform/work/work-items.js';
import { ConsentsRepository } from '../consents/consents.repository.js';
import { TemplatesService } from '../templates/templates.service.js';
import { EnrolmentReason, EnrolmentState } from './enrolment.type.js';
import { EnrolmentsRepository } from './enrolments.repository.js';
import { fusePhotos, type FusedPhotos } from './fuse-photos.js';

/** Photos of one person are compared as strictly as a validation by default is. */
const SAME_PERSON_FMR = 1e-4;

/** Turns uploaded photos into a template, in the worker. */
@Injectable()
export class EnrolmentWork {
  private readonly logger = new Logger(EnrolmentWork.name);

  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentsRepository,
    private readonly consents: ConsentsRepository,
    private readonly templates: TemplatesService,
    private readonly captures: Captures,
    private readonly engine: FaceEngine,
  ) {}

  async process(enrolmentId: string): Promise<JobOutcome> {
    const claim = await this.enrolments.work.claim(enrolmentId);
    if (claim === undefined) return skipped('over');
    if (claim.claims > MAX_CLAIMS) {
      await this.fail(enrolmentId);
      return skipped('claimed too often');
    }
    const capture = await this.captures.read(claim.captureId, enrolmentId);
    const ended =
      capture === undefined
        ? await this.enrolments.work.finish(claim, EnrolmentState.EXPIRED, EnrolmentReason.CAPTURE_LOST)
        : await this.conclude(claim, await this.examine(capture.frames));
    if (!ended) return skipped('taken over');
    await this.captures.discard(claim.captureId);
    return done;
  }

  /** Ends it when its last try has failed. */
  async fail(enrolmentId: string): Promise<void> {
    const ended = await this.enrolments.work.fail(enrolmentId, EnrolmentReason.PROCESSING_FAILED);
    if (ended?.captureId) await this.captures.discard(ended.captureId);
  }

  @Cron('*/2 * * * * *', { waitForCompletion: true })
  async expireOverdue(): Promise<void> {
    for (const { id, captureId, reason } of await this.enrolments.work.expireOverdue(100)) {
      this.logger.log({ enrolmentId: id, reason }, 'enrolment expired');
      if (captureId !== null) await this.captures.discard(captureId);
    }
  }

  private async examine(frames: readonly Buffer[]): Promise<FusedPhotos> {
    const findings = await examineFrames(this.engine, frames, {});
    return fusePhotos(findings, this.engine.thresholdFor(SAME_PERSON_FMR));
  }

  /** @returns false when another worker has taken the enrolment over; then nothing is written */
  private async conclude(claim: Claim, photos: FusedPhotos): Promise<boolean> {
    if ('reason' in photos) {
      const columns = { frame_reasons: photos.photoReasons };
      return this.enrolments.work.finish(claim, EnrolmentState.REJECTED, photos.reason, columns);
    }
    return this.database.transaction(() => this.store(claim, photos.embedding));
  }

  /** The consent is held while the template is written: a withdrawal comes wholly before or wholly after. */
  private async store(claim: Claim, embedding: Float32Array): Promise<boolean> {
    const enrolment = await this.enrolments.findById(claim.id);
    const consent = enrolment === null ? null : await this.consents.lockActive(enrolment.personId);
    if (enrolment === null || consent?.id !== enrolment.consentId) {
      return this.enrolments.work.finish(claim, EnrolmentState.REJECTED, EnrolmentReason.CONSENT_WITHDRAWN);
    }
    const ended = await this.enrolments.work.finish(claim, EnrolmentState.COMPLETED, EnrolmentReason.ENROLLED);
    if (!ended) return false;
    const { personId, consentId } = enrolment;
    await this.templates.replace({ personId, consentId, enrolmentId: claim.id, model: this.engine.model, embedding });
    return true;
  }
}
