import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';
import { Registry } from 'prom-client';
import { JobQueues } from '../../platform/queue/job-queues.js';
import { Outbox } from '../../platform/queue/outbox.repository.js';
import { AskedGauges } from '../../platform/telemetry/asked-gauges.js';
import { TelemetryModule } from '../../platform/telemetry/telemetry.module.js';
import { CloudwatchWorkload } from './cloudwatch-workload.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { PlatformChecks } from './platform-checks.js';
import { Readiness } from './readiness.service.js';
import { PostgresGauges } from './postgres-gauges.js';
import { ResilienceGauges } from './resilience-gauges.js';
import { RedisGauges } from './redis-gauges.js';
import { SERVICE, StateGauges } from './state-gauges.js';

interface Choices {
  readonly service: 'api' | 'worker';
  readonly redisUrl: string | undefined;
  readonly namespace?: string | undefined;
}

/** `/metrics`, `/health/live` and `/health/ready`, for the API and the worker alike. */
@Module({})
export class MetricsModule {
  /**
   * @param redisUrl where the queue is; undefined when it is in PostgreSQL
   * @param namespace of CloudWatch, for what workers are counted by; undefined when nobody counts
   */
  static forRoot({ service, redisUrl, namespace }: Choices): DynamicModule {
    return {
      module: MetricsModule,
      global: true,
      imports: [
        TelemetryModule,
        PrometheusModule.registerAsync({
          inject: [Registry],
          useFactory: (registry: Registry) => ({ defaultMetrics: { enabled: true, config: { register: registry } } }),
          controller: MetricsController,
        }),
      ],
      controllers: [HealthController],
      providers: [
        { provide: SERVICE, useValue: service },
        StateGauges,
        PlatformChecks,
        Readiness,
        ResilienceGauges,
        ...serverGauges(service, redisUrl),
        ...workload(service, namespace),
      ],
      exports: [Readiness],
    };
  }
}

/** Of the servers that all processes share: one kind of process tells of them. */
const serverGauges = (service: 'api' | 'worker', redisUrl: string | undefined): Provider[] => {
  if (service === 'worker') return [];
  if (redisUrl === undefined) return [PostgresGauges];
  const redis = (gauges: AskedGauges) => new RedisGauges(gauges, redisUrl);
  return [PostgresGauges, { provide: RedisGauges, useFactory: redis, inject: [AskedGauges] }];
};

/** One kind of process tells of it, and not the one whose absence is what there is to tell. */
const workload = (service: 'api' | 'worker', namespace: string | undefined): Provider[] => {
  if (service === 'worker' || namespace === undefined) return [];
  const publisher = (outbox: Outbox, queues: JobQueues) => new CloudwatchWorkload(outbox, queues, namespace);
  return [{ provide: CloudwatchWorkload, useFactory: publisher, inject: [Outbox, JobQueues] }];
};
