import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { privacyEntities, sharedPrivacyProviders } from '../privacy.module.js';
import { RetentionService } from '../retention/retention.service.js';
import { AfterRestore } from './after-restore.service.js';
import { EndsRepository } from './ends.repository.js';

/** What a copy of the database needs that was put back. */
@Module({
  imports: [TypeOrmModule.forFeature(privacyEntities)],
  providers: [...sharedPrivacyProviders, RetentionService, EndsRepository, AfterRestore],
})
export class PrivacyRestoreModule {}
