import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { ErasureReceiptRow } from './erasure/erasure-receipt.entity.js';
import { ErasureReceipts } from './erasure/erasure-receipts.js';
import { ErasureRepository } from './erasure/erasure.repository.js';
import { ErasureResolver } from './erasure/erasure.resolver.js';
import { ErasureService } from './erasure/erasure.service.js';
import { ForgottenAttempts } from './forgotten-attempts.repository.js';

export const privacyEntities = [ErasureReceiptRow];
export const privacyResolvers = [ErasureResolver];

export const erasureProviders = [
  {
    provide: ErasureReceipts,
    useFactory: (env: Environment) => new ErasureReceipts(env),
    inject: [ENVIRONMENT],
  },
  ForgottenAttempts,
  ErasureRepository,
  ErasureService,
];

/** What persons may ask of whoever holds something on them. It reads every table that does. */
@Module({
  imports: [TypeOrmModule.forFeature(privacyEntities)],
  providers: [...erasureProviders, ...privacyResolvers],
})
export class PrivacyModule {}
