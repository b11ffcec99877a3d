import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { Guards } from '../resilience/guards.js';
import { PostgresThrottleStore } from './postgres-throttle-store.js';
import { RedisThrottleStore } from './redis-throttle-store.js';
import { ThrottleStore } from './throttle-store.js';

const storeOf = (env: Environment, dataSource: DataSource, guards: Guards): ThrottleStore =>
  env.REDIS_URL === undefined
    ? new PostgresThrottleStore(dataSource)
    : new RedisThrottleStore(env.REDIS_URL, env.QUEUE_PREFIX, guards.of('counters'));

/** Where tries are counted: on Redis when there is one, otherwise in PostgreSQL. */
@Global()
@Module({
  providers: [{ provide: ThrottleStore, useFactory: storeOf, inject: [ENVIRONMENT, DataSource, Guards] }],
  exports: [ThrottleStore],
})
export class ThrottleModule {}
