import { type DynamicModule, Module } from '@nestjs/common';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';
import { Registry } from 'prom-client';
import { TelemetryModule } from '../../platform/telemetry/telemetry.module.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { PlatformChecks } from './platform-checks.js';
import { Readiness } from './readiness.service.js';
import { SERVICE, StateGauges } from './state-gauges.js';

/** `/metrics`, `/health/live` and `/health/ready`, for the API and the worker alike. */
@Module({})
export class MetricsModule {
  static forRoot({ service }: { readonly service: 'api' | 'worker' }): DynamicModule {
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
      providers: [{ provide: SERVICE, useValue: service }, StateGauges, PlatformChecks, Readiness],
      exports: [Readiness],
    };
  }
}
