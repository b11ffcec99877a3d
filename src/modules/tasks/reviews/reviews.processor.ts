import { Processor } from '@nestjs/bullmq';
import { JobProcessor, workerTiming } from '../../../platform/queue/job-processor.js';
import { JobRuntime } from '../../../platform/queue/job-runtime.js';
import { tasksJobs } from './review.jobs.js';
import { ReviewOpening } from './review-opening.service.js';

@Processor(tasksJobs.queue, workerTiming)
export class ReviewsProcessor extends JobProcessor<typeof tasksJobs.jobs> {
  constructor(opening: ReviewOpening, runtime: JobRuntime) {
    const handlers = {
      'tasks.review': {
        run: ({ attemptId }: { attemptId: string }) => opening.open(attemptId),
        // Its entry stays in the outbox, and comes again: a case is not dropped because something was in the way.
        exhausted: ({ attemptId }: { attemptId: string }) =>
          Promise.reject(new Error(`The review of validation ${attemptId} is tried again later.`)),
      },
    };
    super(tasksJobs, handlers, runtime);
  }
}
