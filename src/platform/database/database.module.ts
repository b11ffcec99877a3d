import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Environment } from '../../config/env.js';
import { dataSourceOptions, impatient } from './data-source.js';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule {
  static forRoot(env: Environment, applicationName: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(env, applicationName),
          extra: impatient,
          autoLoadEntities: true,
          retryAttempts: 20,
          retryDelay: 1_000,
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
