export { validationJobs } from './attempts/attempt.jobs.js';
export { validationEntities, ValidationModule, validationResolvers } from './validation.module.js';
export { ValidationWorkerModule } from './validation.worker.module.js';
