import { z } from 'zod';
import { queueJobs } from '../../../platform/queue/job-table.js';

/** `tasks.review` is made by the trigger `validation_attempts_ended`, not by code. */
export const tasksJobs = queueJobs('tasks', {
  'tasks.review': { payload: z.object({ attemptId: z.uuid() }), attempts: 5, backoff: 200 },
});
