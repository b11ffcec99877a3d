import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Environment } from '../../../config/env.js';
import { type DatabaseAccess } from '../../database/connection.js';
import { LogBuffer } from './log-buffer.js';
import { LogShipper } from './log-shipper.js';
import { LogStore } from './log-store.js';
import { PostgresLogStore } from './postgres-log-store.js';
import { RedisLogStore } from './redis-log-store.js';

type StoreEnvironment = DatabaseAccess & Pick<Environment, 'REDIS_URL' | 'QUEUE_PREFIX' | 'LOG_STORE_LINES'>;

const storeOf = (env: StoreEnvironment): LogStore =>
  env.REDIS_URL === undefined
    ? new PostgresLogStore(env, env.LOG_STORE_LINES)
    : new RedisLogStore(env.REDIS_URL, env.QUEUE_PREFIX, env.LOG_STORE_LINES);

/** The newest lines of all processes, for who is asked why: on Redis when there is one, otherwise in PostgreSQL. */
@Global()
@Module({})
export class LogStoreModule {
  /** @param buffer gets the lines of this process */
  static forRoot(env: StoreEnvironment, buffer: LogBuffer): DynamicModule {
    return {
      module: LogStoreModule,
      providers: [
        { provide: LogBuffer, useValue: buffer },
        { provide: LogStore, useFactory: () => storeOf(env) },
        LogShipper,
      ],
      exports: [LogStore],
    };
  }
}
