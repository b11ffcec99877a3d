import { Processor } from '@nestjs/bullmq';
import { JobProcessor, workerTiming } from '../../../platform/queue/job-processor.js';
import { JobRuntime } from '../../../platform/queue/job-runtime.js';
import { validationJobs } from './attempt.jobs.js';
import { AttemptWork } from './attempt-work.service.js';

@Processor(validationJobs.queue, workerTiming)
export class AttemptsProcessor extends JobProcessor<typeof validationJobs.jobs> {
  constructor(work: AttemptWork, runtime: JobRuntime) {
    const handlers = {
      'validation.process': {
        run: ({ attemptId }: { attemptId: string }) => work.process(attemptId),
        exhausted: ({ attemptId }: { attemptId: string }) => work.fail(attemptId),
      },
    };
    super(validationJobs, handlers, runtime);
  }
}
