import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { type Environment } from '../../config/env.js';
import { Guards } from '../resilience/guards.js';
import { Pressure } from '../resilience/pressure.js';
import { ResilienceModule } from '../resilience/resilience.module.js';
import { Sheds } from '../resilience/sheds.js';
import { dataSourceOptions, impatient } from './data-source.js';
import { Database } from './database.js';
import { guardedPool } from './guarded-pool.js';

@Global()
@Module({})
export class DatabaseModule {
  static forRoot(env: Environment, applicationName: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        ResilienceModule.forRoot(env),
        TypeOrmModule.forRootAsync({
          inject: [Guards, Sheds, Pressure],
          useFactory: (guards: Guards, sheds: Sheds, pressure: Pressure) => ({
            ...dataSourceOptions(env, applicationName),
            driver: { ...pg, Pool: guardedPool(guards.of('database'), sheds, pressure) },
            extra: impatient,
            autoLoadEntities: true,
            retryAttempts: 20,
            retryDelay: 1_000,
          }),
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
