import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { ErasureReceiptRow } from './erasure/erasure-receipt.entity.js';
import { ErasureReceipts } from './erasure/erasure-receipts.js';
import { ErasureRepository } from './erasure/erasure.repository.js';
import { ErasureResolver } from './erasure/erasure.resolver.js';
import { ErasureService } from './erasure/erasure.service.js';
import { ExportRepository } from './export/export.repository.js';
import { ExportResolver } from './export/export.resolver.js';
import { ExportService } from './export/export.service.js';
import { OwnExportsService } from './export/own-exports.service.js';
import { ForgottenAttempts } from './forgotten-attempts.repository.js';
import { RetentionOverview } from './retention/retention-overview.service.js';
import { RetentionRepository } from './retention/retention.repository.js';
import { RetentionResolver } from './retention/retention.resolver.js';

export const privacyEntities = [ErasureReceiptRow];
export const privacyResolvers = [ErasureResolver, ExportResolver, RetentionResolver];

/** What the API and the worker both need. */
export const sharedPrivacyProviders = [
  {
    provide: ErasureReceipts,
    useFactory: (env: Environment) => new ErasureReceipts(env),
    inject: [ENVIRONMENT],
  },
  ForgottenAttempts,
  ErasureRepository,
  ErasureService,
  RetentionRepository,
  RetentionOverview,
];

/** What persons may ask of whoever holds something on them. It reads every table that does. */
@Module({
  imports: [EnrolmentModule, TypeOrmModule.forFeature(privacyEntities)],
  providers: [...sharedPrivacyProviders, ExportRepository, ExportService, OwnExportsService, ...privacyResolvers],
  exports: [ExportService],
})
export class PrivacyModule {}
