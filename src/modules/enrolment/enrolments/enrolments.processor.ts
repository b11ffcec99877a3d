import { Processor } from '@nestjs/bullmq';
import { JobProcessor, workerTiming } from '../../../platform/queue/job-processor.js';
import { JobRuntime } from '../../../platform/queue/job-runtime.js';
import { enrolmentJobs } from './enrolment.jobs.js';
import { EnrolmentWork } from './enrolment-work.service.js';

@Processor(enrolmentJobs.queue, workerTiming)
export class EnrolmentsProcessor extends JobProcessor<typeof enrolmentJobs.jobs> {
  constructor(work: EnrolmentWork, runtime: JobRuntime) {
    const handlers = {
      'enrolment.process': {
        run: ({ enrolmentId }: { enrolmentId: string }) => work.process(enrolmentId),
        exhausted: ({ enrolmentId }: { enrolmentId: string }) => work.fail(enrolmentId),
      },
    };
    super(enrolmentJobs, handlers, runtime);
  }
}
