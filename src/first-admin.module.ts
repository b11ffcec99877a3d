import { type DynamicModule, Module } from '@nestjs/common';
import { CommandModule } from './command.module.js';
import { type Environment } from './config/env.js';
import { AuthModule } from './modules/auth/index.js';
import { IdempotencyModule } from './platform/idempotency/idempotency.module.js';
import { ThrottleModule } from './platform/throttle/throttle.module.js';

/** As much of Presente as making a user needs. */
@Module({})
export class FirstAdminModule {
  static forRoot(env: Environment): DynamicModule {
    return {
      module: FirstAdminModule,
      imports: [CommandModule.forRoot(env, 'first-admin'), IdempotencyModule, ThrottleModule, AuthModule],
    };
  }
}
