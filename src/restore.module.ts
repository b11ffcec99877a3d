import { type DynamicModule, Module } from '@nestjs/common';
import { CommandModule } from './command.module.js';
import { type Environment } from './config/env.js';
import { PrivacyRestoreModule } from './modules/privacy/index.js';
import { CapturesModule } from './platform/captures/captures.module.js';

/** As much of Presente as a copy of the database needs that was put back. */
@Module({})
export class RestoreModule {
  static forRoot(env: Environment): DynamicModule {
    return {
      module: RestoreModule,
      imports: [CommandModule.forRoot(env, 'restore'), CapturesModule, PrivacyRestoreModule],
    };
  }
}
