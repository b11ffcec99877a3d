import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Environment } from '../../config/env.js';
import { withinTime } from '../../common/within-time.js';
import { isTracing } from './is-tracing.js';

/** For the last spans of a process that ends. */
const FAREWELL_MS = 2_000;

/** Whatever runs, or nothing. */
class Tracing implements OnApplicationShutdown {
  constructor(private readonly stop: () => Promise<void>) {}

  async onApplicationShutdown(): Promise<void> {
    await withinTime(this.stop(), FAREWELL_MS, 'nobody takes the last spans').catch(() => undefined);
  }
}

/** Traces, once there is an address for them. Without one nothing of OpenTelemetry's SDK is loaded. */
@Global()
@Module({})
export class TracingModule {
  static forRoot(env: Environment, service: 'api' | 'worker'): DynamicModule {
    const start = async () => {
      const { startOpenTelemetry } = await import('./open-telemetry.js');
      return new Tracing(startOpenTelemetry({ service, ratio: env.OTEL_TRACES_SAMPLER_ARG }));
    };
    return {
      module: TracingModule,
      providers: isTracing(env) ? [{ provide: Tracing, useFactory: start }] : [],
    };
  }
}
