import { type DynamicModule, Module } from '@nestjs/common';
import { type Environment } from './config/env.js';
import { CoreModule } from './core.module.js';
import { AuditModule } from './modules/audit/index.js';
import { AuthModule, CutOffModule, DevicesModule } from './modules/auth/index.js';
import { EnrolmentModule } from './modules/enrolment/index.js';
import { LogsModule } from './modules/logs/index.js';
import { PrivacyModule } from './modules/privacy/index.js';
import { ResilienceAdminModule } from './modules/resilience/index.js';
import { SystemModule } from './modules/system/index.js';
import { TasksModule } from './modules/tasks/index.js';
import { ValidationModule } from './modules/validation/index.js';
import { UploadsModule } from './platform/captures/uploads.module.js';
import { PublicKeysModule } from './platform/crypto/public-keys.module.js';
import { EventsModule } from './platform/events/events.module.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { SheddingModule } from './platform/http/shedding.module.js';
import { ThrottleModule } from './platform/throttle/throttle.module.js';
import { WorkModule } from './platform/work/work.module.js';

/** The process that clients talk to. It reaches no processor and no model. */
@Module({})
export class ApiModule {
  static forRoot(env: Environment): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CoreModule.forRoot(env, 'api'),
        SheddingModule,
        PublicKeysModule,
        EventsModule,
        UploadsModule,
        ThrottleModule,
        WorkModule,
        GraphqlModule,
        AuthModule,
        DevicesModule,
        CutOffModule,
        EnrolmentModule,
        ValidationModule,
        PrivacyModule,
        TasksModule,
        AuditModule,
        SystemModule,
        LogsModule,
        ResilienceAdminModule,
      ],
    };
  }
}
