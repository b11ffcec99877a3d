import { type DynamicModule, Module } from '@nestjs/common';
import { type Environment } from './config/env.js';
import { CoreModule } from './core.module.js';
import { EnrolmentWorkerModule } from './modules/enrolment/index.js';
import { PrivacyWorkerModule } from './modules/privacy/index.js';
import { TasksWorkerModule } from './modules/tasks/index.js';
import { ValidationWorkerModule } from './modules/validation/index.js';
import { FaceModule } from './platform/face/face.module.js';
import { JobGovernor } from './platform/work/job-governor.js';
import { WorkerGauges } from './platform/work/worker-gauges.js';

/** The process that works on the queues. The processors it can reach are the ones that run. */
@Module({})
export class WorkerModule {
  static forRoot(env: Environment): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        CoreModule.forRoot(env, 'worker'),
        FaceModule,
        EnrolmentWorkerModule,
        ValidationWorkerModule,
        PrivacyWorkerModule,
        TasksWorkerModule,
      ],
      providers: [JobGovernor, WorkerGauges],
    };
  }
}
