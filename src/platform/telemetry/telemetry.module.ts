import { Global, Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import { AskedGauges } from './asked-gauges.js';
import { HealthChecks } from './health-checks.js';
import { Telemetry } from './telemetry.js';

/** One registry for each application, not one for the process, so that two can run in a test. */
@Global()
@Module({
  providers: [{ provide: Registry, useFactory: () => new Registry() }, Telemetry, AskedGauges, HealthChecks],
  exports: [Registry, Telemetry, AskedGauges, HealthChecks],
})
export class TelemetryModule {}
