import { z } from 'zod';
import { queueJobs } from '../../../platform/queue/job-table.js';

export const enrolmentJobs = queueJobs('enrolment', {
  'enrolment.process': { payload: z.object({ enrolmentId: z.uuid() }), attempts: 5, backoff: 200 },
});
