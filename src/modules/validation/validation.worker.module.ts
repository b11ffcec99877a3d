import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EnrolmentWorkerModule } from '../enrolment/index.js';
import { AttemptGauges } from './attempts/attempt-gauges.js';
import { AttemptFacts } from './attempts/attempt-facts.repository.js';
import { AttemptWork } from './attempts/attempt-work.service.js';
import { AttemptsProcessor } from './attempts/attempts.processor.js';
import { AttemptsRepository } from './attempts/attempts.repository.js';
import { ComparisonFailures } from './locks/comparison-failures.repository.js';
import { validationEntities } from './validation.module.js';

/** What the worker does for validations. */
@Module({
  imports: [EnrolmentWorkerModule, TypeOrmModule.forFeature(validationEntities)],
  providers: [AttemptsRepository, AttemptFacts, ComparisonFailures, AttemptWork, AttemptsProcessor, AttemptGauges],
  exports: [AttemptFacts],
})
export class ValidationWorkerModule {}
