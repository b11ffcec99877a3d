import { Global, Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import { HealthChecks } from './health-checks.js';
import { Telemetry } from './telemetry.js';

/** One registry for each application, not one for the process, so that two can run in a test. */
@Global()
@Module({
  providers: [{ provide: Registry, useFactory: () => new Registry() }, Telemetry, HealthChecks],
  exports: [Registry, Telemetry, HealthChecks],
})
export class TelemetryModule {}
