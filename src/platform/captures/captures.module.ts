import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { Database } from '../database/database.js';
import { CaptureStore } from './capture-store.js';
import { Captures } from './captures.service.js';
import { PostgresCaptureStore } from './postgres-capture-store.js';
import { RedisCaptureStore } from './redis-capture-store.js';

const storeOf = (env: Environment, database: Database): CaptureStore =>
  env.REDIS_URL === undefined
    ? new PostgresCaptureStore(database)
    : new RedisCaptureStore(env.REDIS_URL, env.QUEUE_PREFIX);

/** Where captures wait: the API puts them in, the worker takes them out. */
@Global()
@Module({
  providers: [{ provide: CaptureStore, useFactory: storeOf, inject: [ENVIRONMENT, Database] }, Captures],
  exports: [Captures],
})
export class CapturesModule {}
