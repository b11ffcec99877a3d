import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { StateChanges } from './state-changes.js';

@Global()
@Module({
  providers: [
    {
      provide: StateChanges,
      useFactory: (env: Environment) => new StateChanges(env),
      inject: [ENVIRONMENT],
    },
  ],
  exports: [StateChanges],
})
export class EventsModule {}
