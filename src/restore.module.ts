import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from './config/config.module.js';
import { type Environment } from './config/env.js';
import { entities } from './entities.js';
import { PrivacyRestoreModule } from './modules/privacy/index.js';
import { AuditTrailModule } from './platform/audit/audit-trail.module.js';
import { CapturesModule } from './platform/captures/captures.module.js';
import { CryptoModule } from './platform/crypto/crypto.module.js';
import { DatabaseModule } from './platform/database/database.module.js';

/** As much of Presente as a copy of the database needs that was put back. */
@Module({})
export class RestoreModule {
  static forRoot(env: Environment): DynamicModule {
    return {
      module: RestoreModule,
      imports: [
        ConfigModule.forRoot(env),
        DatabaseModule.forRoot(env, 'presente-restore'),
        AuditTrailModule,
        CryptoModule,
        CapturesModule,
        PrivacyRestoreModule,
        // The tables of this module refer to others: TypeORM has to know them all.
        TypeOrmModule.forFeature(entities),
      ],
    };
  }
}
