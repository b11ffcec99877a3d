import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { Database } from '../database/database.js';
import { Guards } from '../resilience/guards.js';
import { CaptureStore } from './capture-store.js';
import { Captures } from './captures.service.js';
import { GuardedCaptureStore } from './guarded-capture-store.js';
import { PostgresCaptureStore } from './postgres-capture-store.js';
import { RedisCaptureStore } from './redis-capture-store.js';

const storeOf = (env: Environment, database: Database): CaptureStore =>
  env.REDIS_URL === undefined
    ? new PostgresCaptureStore(database)
    : new RedisCaptureStore(env.REDIS_URL, env.QUEUE_PREFIX);

/** Of its own, so that Nest closes it. */
const STORE = Symbol('the store behind the guard');

const guarded = (store: CaptureStore, guards: Guards): CaptureStore =>
  new GuardedCaptureStore(store, guards.of('captures'));

/** Where captures wait: the API puts them in, the worker takes them out. */
@Global()
@Module({
  providers: [
    { provide: STORE, useFactory: storeOf, inject: [ENVIRONMENT, Database] },
    { provide: CaptureStore, useFactory: guarded, inject: [STORE, Guards] },
    Captures,
  ],
  exports: [Captures],
})
export class CapturesModule {}
