import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Environment } from '../../config/env.js';
import { StateChanges } from './state-changes.js';

@Global()
@Module({})
export class EventsModule {
  static forRoot(env: Environment): DynamicModule {
    return {
      module: EventsModule,
      providers: [{ provide: StateChanges, useFactory: () => new StateChanges(env.DATABASE_URL) }],
      exports: [StateChanges],
    };
  }
}
