import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from './config/config.module.js';
import { type Environment } from './config/env.js';
import { entities } from './entities.js';
import { AuthModule } from './modules/auth/index.js';
import { AuditTrailModule } from './platform/audit/audit-trail.module.js';
import { CryptoModule } from './platform/crypto/crypto.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { IdempotencyModule } from './platform/idempotency/idempotency.module.js';
import { ThrottleModule } from './platform/throttle/throttle.module.js';

/** As much of Presente as making a user needs. */
@Module({})
export class FirstAdminModule {
  static forRoot(env: Environment): DynamicModule {
    return {
      module: FirstAdminModule,
      imports: [
        ConfigModule.forRoot(env),
        DatabaseModule.forRoot(env, 'presente-first-admin'),
        AuditTrailModule,
        CryptoModule,
        IdempotencyModule,
        ThrottleModule,
        AuthModule,
        // Sessions refer to persons, and TypeORM wants to know both ends.
        TypeOrmModule.forFeature(entities),
      ],
    };
  }
}
