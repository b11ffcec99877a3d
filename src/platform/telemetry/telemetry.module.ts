import { Global, Module } from '@nestjs/common';
import { Registry, type RegistryContentType } from 'prom-client';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { isTracing } from '../tracing/is-tracing.js';
import { AskedGauges } from './asked-gauges.js';
import { HealthChecks } from './health-checks.js';
import { Telemetry } from './telemetry.js';

/**
 * Exemplars lead from a latency to a trace, and only OpenMetrics has them. A registry speaks one of the two for good: prom-client
 * renames its counters when it changes.
 */
function registryOf(env?: Environment): Registry {
  const registry = new Registry<RegistryContentType>();
  if (env !== undefined && isTracing(env)) registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  return registry as Registry;
}

/** One registry for each application, not one for the process, so that two can run in a test. */
@Global()
@Module({
  providers: [
    { provide: Registry, useFactory: registryOf, inject: [{ token: ENVIRONMENT, optional: true }] },
    Telemetry,
    AskedGauges,
    HealthChecks,
  ],
  exports: [Registry, Telemetry, AskedGauges, HealthChecks],
})
export class TelemetryModule {}
