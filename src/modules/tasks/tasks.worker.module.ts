import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ValidationWorkerModule } from '../validation/index.js';
import { ReviewArchiving } from './reviews/review-archiving.service.js';
import { ReviewOpening } from './reviews/review-opening.service.js';
import { ReviewsProcessor } from './reviews/reviews.processor.js';
import { sharedTasksProviders, tasksEntities } from './tasks.module.js';

/** What the worker does for boards: validations open their cards. */
@Module({
  imports: [ValidationWorkerModule, TypeOrmModule.forFeature(tasksEntities)],
  providers: [...sharedTasksProviders, ReviewOpening, ReviewArchiving, ReviewsProcessor],
})
export class TasksWorkerModule {}
