export { validationJobs } from './attempts/attempt.jobs.js';
export { ValidationModule } from './validation.module.js';
export { ValidationWorkerModule } from './validation.worker.module.js';
