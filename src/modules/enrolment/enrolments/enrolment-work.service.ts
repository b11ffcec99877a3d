import { Injectable } from '@nestjs/common';
import { type Capture } from '../../../platform/captures/capture.js';
import { Captures } from '../../../platform/captures/captures.service.js';
import { Database } from '../../../platform/database/database.js';
import { examineFrames } from '../../../platform/face/examine-frames.js';
import { FaceEngine } from '../../../platform/face/face-engine.js';
import { Telemetry } from '../../../platform/telemetry/telemetry.js';
import { CaptureWork } from '../../../platform/work/capture-work.js';
import { type Claim, type Ending } from '../../../platform/work/work-items.js';
import { ConsentsRepository } from '../consents/consents.repository.js';
import { TemplatesService } from '../templates/templates.service.js';
import { EnrolmentReason, EnrolmentState } from './enrolment.type.js';
import { EnrolmentsRepository } from './enrolments.repository.js';
import { fusePhotos } from './fuse-photos.js';

/** Photos of one person are compared as strictly as a validation by default is. */
const SAME_PERSON_FMR = 1e-4;

/** Turns uploaded photos into a template, in the worker. */
@Injectable()
export class EnrolmentWork extends CaptureWork {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentsRepository,
    private readonly consents: ConsentsRepository,
    private readonly templates: TemplatesService,
    private readonly engine: FaceEngine,
    private readonly telemetry: Telemetry,
    captures: Captures,
  ) {
    super(enrolments.work, captures);
  }

  protected override async conclude(claim: Claim, { frames }: Capture): Promise<Ending | undefined> {
    const findings = await examineFrames(this.engine, frames, { mirrored: true }, this.telemetry);
    const photos = fusePhotos(findings, this.engine.thresholdFor(SAME_PERSON_FMR));
    if ('embedding' in photos) return this.database.transaction(() => this.store(claim, photos.embedding));
    return this.items.finish(claim, EnrolmentState.REJECTED, photos.reason, { frame_reasons: photos.photoReasons });
  }

  protected override count({ state, reason }: Ending): void {
    this.telemetry.enrolmentEnded(state, reason);
  }

  /** The consent is held while the template is written: a withdrawal comes wholly before or wholly after. */
  private async store(claim: Claim, embedding: Float32Array): Promise<Ending | undefined> {
    const enrolment = await this.enrolments.findById(claim.id);
    const consent = enrolment === null ? null : await this.consents.holdActive(enrolment.personId);
    if (enrolment === null || consent?.id !== enrolment.consentId) {
      return this.items.finish(claim, EnrolmentState.REJECTED, EnrolmentReason.CONSENT_WITHDRAWN);
    }
    const ending = await this.items.finish(claim, EnrolmentState.COMPLETED, EnrolmentReason.ENROLLED);
    if (ending === undefined) return undefined;
    const { personId, consentId } = enrolment;
    await this.templates.replace({ personId, consentId, enrolmentId: claim.id, model: this.engine.model, embedding });
    return ending;
  }
}
