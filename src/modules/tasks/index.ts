export { tasksJobs } from './reviews/review.jobs.js';
export { tasksEntities, TasksModule, tasksResolvers } from './tasks.module.js';
export { TasksWorkerModule } from './tasks.worker.module.js';
