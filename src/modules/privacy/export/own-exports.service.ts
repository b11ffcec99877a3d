import { Injectable } from '@nestjs/common';
import { Rate } from '../../../platform/throttle/rate.js';
import { ThrottleStore } from '../../../platform/throttle/throttle-store.js';
import { type HolderActor } from '../../auth/index.js';
import { type Language } from '../language.js';
import { ExportService } from './export.service.js';
import { type ExportMyDataResult, ExportThrottled } from './person-export.type.js';

const DAY_SECONDS = 86_400;
/** Of one session, which nobody opens without an invitation: the scores in it must not become a row of measurements. */
const A_DAY = 5;

/** Exports that persons ask for themselves, on their own page. */
@Injectable()
export class OwnExportsService {
  private readonly rate: Rate;

  constructor(
    private readonly exports: ExportService,
    store: ThrottleStore,
  ) {
    this.rate = new Rate(store, { name: 'own-export', points: A_DAY, seconds: DAY_SECONDS });
  }

  async export(holder: HolderActor, language: Language): Promise<ExportMyDataResult> {
    const retryAfterSeconds = await this.rate.take(holder.sessionId);
    if (retryAfterSeconds > 0) return new ExportThrottled(retryAfterSeconds);
    return this.exports.exportPerson(holder.id, language, holder.id);
  }
}
