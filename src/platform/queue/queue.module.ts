import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Queue, type QueueOptions, setDefaultBackendFactory } from 'bullmq';
import { type Environment } from '../../config/env.js';
import { clientConnection, type DatabaseAccess } from '../database/connection.js';
import { PreparingClient } from '../database/preparing-client.js';
import { Guards } from '../resilience/guards.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { JobRuntime } from './job-runtime.js';
import { JobQueues } from './job-queues.js';
import { type JobData, type QueueJobs } from './job-table.js';
import { OutboxRow } from './outbox.entity.js';
import { OutboxRelay } from './outbox.relay.js';
import { Outbox } from './outbox.repository.js';
import { createPostgresBackend } from './postgres-backend.js';

type QueueEnvironment = DatabaseAccess & Pick<Environment, 'REDIS_URL' | 'QUEUE_PREFIX' | 'WORKER_CONCURRENCY'>;

/**
 * Milliseconds before the next try to reach Redis, at random so that not all come at once. BullMQ's own pauses grow to 20 s:
 * after an outage of that length workers would stand idle for as long beside a Redis that is back.
 */
const pauseBefore = (tries: number): number => Math.min(2_000, 200 * tries) * (0.5 + Math.random() / 2);

/** BullMQ on Redis when REDIS_URL is set, otherwise on its own PostgreSQL backend (schema `bullmq`). */
function connectionOf(env: QueueEnvironment): QueueOptions['connection'] {
  if (env.REDIS_URL !== undefined)
    return { url: env.REDIS_URL, maxRetriesPerRequest: null, retryStrategy: pauseBefore };
  const postgres = { ...clientConnection(env), max: 3, migrate: true, Client: PreparingClient };
  // @nestjs/bullmq types `connection` for Redis only; the backend factory set below reads it as PostgreSQL's.
  return postgres;
}

@Global()
@Module({})
export class QueueModule {
  /** @param tables the jobs of every queue that this process sends to or works on */
  static forRoot(env: QueueEnvironment, tables: readonly QueueJobs[]): DynamicModule {
    setDefaultBackendFactory(env.REDIS_URL === undefined ? createPostgresBackend : undefined);
    const names = tables.map(({ queue }) => queue);
    return {
      module: QueueModule,
      imports: [
        BullModule.forRoot({ connection: connectionOf(env), prefix: env.QUEUE_PREFIX }),
        BullModule.registerQueue(...names.map((name) => ({ name }))),
        TypeOrmModule.forFeature([OutboxRow]),
      ],
      providers: [
        {
          provide: JobQueues,
          useFactory: (guards: Guards, ...queues: Queue<JobData>[]) =>
            new JobQueues(queues, tables, guards.of('queue')),
          inject: [Guards, ...names.map((name) => getQueueToken(name))],
        },
        {
          provide: JobRuntime,
          useFactory: (outbox: Outbox, telemetry: Telemetry) =>
            new JobRuntime(outbox, telemetry, env.WORKER_CONCURRENCY),
          inject: [Outbox, Telemetry],
        },
        Outbox,
        OutboxRelay,
      ],
      exports: [JobQueues, Outbox, JobRuntime],
    };
  }
}
