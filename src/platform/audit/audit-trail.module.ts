import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';
import { AuditSeal } from './audit-seal.js';
import { AuditTrail } from './audit-trail.js';

/** For whoever has something to record; `modules/audit` is for reading it. */
@Global()
@Module({
  imports: [TelemetryModule],
  providers: [
    {
      provide: AuditSeal,
      useFactory: (env: Environment) => new AuditSeal(env.BLIND_INDEX_KEY),
      inject: [ENVIRONMENT],
    },
    AuditTrail,
  ],
  exports: [AuditTrail, AuditSeal],
})
export class AuditTrailModule {}
