import { z } from 'zod';
import { queueJobs } from '../../../platform/queue/job-table.js';

export const validationJobs = queueJobs('validation', {
  'validation.process': { payload: z.object({ attemptId: z.uuid() }), attempts: 5, backoff: 200 },
});
