import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { privacyEntities, sharedPrivacyProviders } from './privacy.module.js';
import { PrivacyGauges } from './retention/privacy-gauges.js';
import { RetentionService } from './retention/retention.service.js';
import { RetentionSweep } from './retention/retention-sweep.service.js';

/** What the worker does for privacy: nothing is kept too long. */
@Module({
  imports: [TypeOrmModule.forFeature(privacyEntities)],
  providers: [...sharedPrivacyProviders, RetentionService, RetentionSweep, PrivacyGauges],
})
export class PrivacyWorkerModule {}
