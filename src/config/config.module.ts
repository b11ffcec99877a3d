import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Environment } from './env.js';

/** Injection token of the validated settings. */
export const ENVIRONMENT = Symbol('Environment');

@Global()
@Module({})
export class ConfigModule {
  static forRoot(env: Environment): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: ENVIRONMENT, useValue: env }],
      exports: [ENVIRONMENT],
    };
  }
}
