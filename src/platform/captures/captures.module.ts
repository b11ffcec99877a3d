import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Environment } from '../../config/env.js';
import { TokenSigner } from '../crypto/token-signer.js';
import { Database } from '../database/database.js';
import { CaptureSinks } from './capture-sinks.js';
import { CaptureStore } from './capture-store.js';
import { CaptureTickets } from './capture-tickets.js';
import { CAPTURE_LIMITS, type CaptureLimits, CapturesController } from './captures.controller.js';
import { Captures } from './captures.service.js';
import { PostgresCaptureStore } from './postgres-capture-store.js';
import { RedisCaptureStore } from './redis-capture-store.js';

const storeOf = (env: Environment, database: Database): CaptureStore =>
  env.REDIS_URL === undefined
    ? new PostgresCaptureStore(database)
    : new RedisCaptureStore(env.REDIS_URL, env.QUEUE_PREFIX);

const ticketsOf = (env: Environment): CaptureTickets =>
  new CaptureTickets(
    new TokenSigner(env.CAPTURE_TOKEN_KEY, {
      issuer: env.INSTITUTION,
      audience: 'presente-captures',
      type: 'presente-capture+jwt',
    }),
  );

const limitsOf = (env: Environment): CaptureLimits => ({
  maxBytes: env.CAPTURE_MAX_FRAME_BYTES,
  maxPixels: env.CAPTURE_MAX_PIXELS,
  // Past the deadline of the work, after which nobody reads them.
  keepSeconds: env.PROCESSING_SECONDS + 30,
});

@Global()
@Module({})
export class CapturesModule {
  /** The store alone: what the worker needs. */
  static forWorker(env: Environment): DynamicModule {
    return {
      module: CapturesModule,
      providers: [
        { provide: CaptureStore, useFactory: (database: Database) => storeOf(env, database), inject: [Database] },
        Captures,
      ],
      exports: [Captures],
    };
  }

  /** The store and the upload. */
  static forApi(env: Environment): DynamicModule {
    const { providers = [], exports = [], module } = CapturesModule.forWorker(env);
    return {
      module,
      controllers: [CapturesController],
      providers: [
        ...providers,
        { provide: CaptureTickets, useFactory: () => ticketsOf(env) },
        { provide: CAPTURE_LIMITS, useValue: limitsOf(env) },
        CaptureSinks,
      ],
      exports: [...exports, CaptureTickets, CaptureSinks],
    };
  }
}
