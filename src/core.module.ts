import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from './config/config.module.js';
import { type Environment } from './config/env.js';
import { entities } from './entities.js';
import { enrolmentJobs } from './modules/enrolment/index.js';
import { MetricsModule } from './modules/metrics/index.js';
import { tasksJobs } from './modules/tasks/index.js';
import { validationJobs } from './modules/validation/index.js';
import { AuditTrailModule } from './platform/audit/audit-trail.module.js';
import { CapturesModule } from './platform/captures/captures.module.js';
import { CryptoModule } from './platform/crypto/crypto.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { FaultsModule } from './platform/faults/faults.module.js';
import { IdempotencyModule } from './platform/idempotency/idempotency.module.js';
import { LoggingModule, stdout } from './platform/logging/logging.module.js';
import { LogBuffer } from './platform/logging/store/log-buffer.js';
import { LogStoreModule } from './platform/logging/store/log-store.module.js';
import { tee } from './platform/logging/tee.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { TracingModule } from './platform/tracing/tracing.module.js';

/** What the API and the worker both stand on. */
@Module({})
export class CoreModule {
  static forRoot(env: Environment, service: 'api' | 'worker'): DynamicModule {
    const buffer = new LogBuffer();
    return {
      module: CoreModule,
      imports: [
        ConfigModule.forRoot(env),
        TracingModule.forRoot(env, service),
        LoggingModule.forRoot(env, service, env.LOG_STORE_LINES > 0 ? tee(stdout(), buffer) : stdout()),
        LogStoreModule.forRoot(env, buffer),
        ScheduleModule.forRoot(),
        MetricsModule.forRoot({ service, redisUrl: env.REDIS_URL, namespace: env.METRICS_NAMESPACE }),
        DatabaseModule.forRoot(env, `presente-${service}`),
        // All of them everywhere: rows of one module refer to those of another, and TypeORM wants to know both ends.
        TypeOrmModule.forFeature(entities),
        QueueModule.forRoot(env, [enrolmentJobs, validationJobs, tasksJobs]),
        AuditTrailModule,
        CryptoModule,
        CapturesModule,
        IdempotencyModule,
        FaultsModule.forRoot(env.FAULTS),
      ],
    };
  }
}
