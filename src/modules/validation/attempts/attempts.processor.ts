import { Processor } from '@nestjs/bullmq';
import { JobProcessor, workerTiming } from '../../../platform/queue/job-processor.js';
import { Outbox } from '../../../platform/queue/outbox.repository.js';
import { WorkerSettings } from '../../../platform/queue/worker-settings.js';
import { validationJobs } from './attempt.jobs.js';
import { AttemptWork } from './attempt-work.service.js';

@Processor(validationJobs.queue, workerTiming)
export class AttemptsProcessor extends JobProcessor<typeof validationJobs.jobs> {
  constructor(work: AttemptWork, outbox: Outbox, settings: WorkerSettings) {
    const handlers = {
      'validation.process': {
        run: ({ attemptId }: { attemptId: string }) => work.process(attemptId),
        exhausted: ({ attemptId }: { attemptId: string }) => work.fail(attemptId),
      },
    };
    super(validationJobs, handlers, outbox, settings.concurrency);
  }
}
