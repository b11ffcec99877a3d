import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from './config/config.module.js';
import { type Environment } from './config/env.js';
import { entities } from './entities.js';
import { AuditTrailModule } from './platform/audit/audit-trail.module.js';
import { CryptoModule } from './platform/crypto/crypto.module.js';
import { DatabaseModule } from './platform/database/database.module.js';

/** What a program stands on that does one thing to the database, and ends. */
@Module({})
export class CommandModule {
  static forRoot(env: Environment, name: 'first-admin' | 'restore'): DynamicModule {
    return {
      module: CommandModule,
      imports: [
        ConfigModule.forRoot(env),
        DatabaseModule.forRoot(env, `presente-${name}`),
        AuditTrailModule,
        CryptoModule,
        // The tables of one module refer to those of others: TypeORM has to know them all.
        TypeOrmModule.forFeature(entities),
      ],
    };
  }
}
