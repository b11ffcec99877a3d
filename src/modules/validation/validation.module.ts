import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { Backlog } from '../../platform/queue/backlog.js';
import { Outbox } from '../../platform/queue/outbox.repository.js';
import { ThrottleStore } from '../../platform/throttle/throttle-store.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { AdmissionRepository } from './attempts/admission.repository.js';
import { AdmissionService } from './attempts/admission.service.js';
import { validationJobs } from './attempts/attempt.jobs.js';
import { AttemptFacts } from './attempts/attempt-facts.repository.js';
import { AttemptRow } from './attempts/attempt.entity.js';
import { AttemptsRepository } from './attempts/attempts.repository.js';
import { AttemptsResolver } from './attempts/attempts.resolver.js';
import { AttemptsService } from './attempts/attempts.service.js';
import { CheckpointAccess } from './checkpoints/checkpoint-access.js';
import { ConfirmationResolver } from './attempts/confirmation.resolver.js';
import { ConfirmationService } from './attempts/confirmation.service.js';
import { OpeningRate } from './attempts/opening-rate.js';
import { WithoutFaceResolver } from './attempts/without-face.resolver.js';
import { WithoutFaceService } from './attempts/without-face.service.js';
import { CheckpointRow } from './checkpoints/checkpoint.entity.js';
import { CheckpointsRepository } from './checkpoints/checkpoints.repository.js';
import { CheckpointsResolver } from './checkpoints/checkpoints.resolver.js';
import { CheckpointsService } from './checkpoints/checkpoints.service.js';
import { ComparisonFailuresRow } from './locks/comparison-failures.entity.js';
import { ComparisonFailures } from './locks/comparison-failures.repository.js';
import { LocksResolver } from './locks/locks.resolver.js';
import { LocksService } from './locks/locks.service.js';
import { StatisticsRepository } from './statistics/statistics.repository.js';
import { StatisticsResolver } from './statistics/statistics.resolver.js';
import { StatisticsService } from './statistics/statistics.service.js';
import { TurnRow } from './turns/turn.entity.js';
import { TurnsRepository } from './turns/turns.repository.js';
import { TurnsResolver } from './turns/turns.resolver.js';
import { TurnsService } from './turns/turns.service.js';

export const validationEntities = [CheckpointRow, AttemptRow, TurnRow, ComparisonFailuresRow];
export const validationResolvers = [
  CheckpointsResolver,
  AttemptsResolver,
  WithoutFaceResolver,
  ConfirmationResolver,
  TurnsResolver,
  LocksResolver,
  StatisticsResolver,
];

const openingRateOf = (store: ThrottleStore, env: Environment): OpeningRate =>
  new OpeningRate(store, env.VALIDATIONS_PER_MINUTE);

const backlogOf = (outbox: Outbox, env: Environment): Backlog =>
  new Backlog(outbox, validationJobs.queue, env.BACKLOG_SECONDS);

/** Checkpoints, attempts and locks: what the API does with them. */
@Module({
  imports: [EnrolmentModule, TypeOrmModule.forFeature(validationEntities)],
  providers: [
    CheckpointsRepository,
    CheckpointsService,
    CheckpointAccess,
    TurnsRepository,
    TurnsService,
    { provide: OpeningRate, useFactory: openingRateOf, inject: [ThrottleStore, ENVIRONMENT] },
    { provide: Backlog, useFactory: backlogOf, inject: [Outbox, ENVIRONMENT] },
    ComparisonFailures,
    LocksService,
    AdmissionRepository,
    AdmissionService,
    AttemptsRepository,
    AttemptFacts,
    AttemptsService,
    WithoutFaceService,
    ConfirmationService,
    StatisticsRepository,
    StatisticsService,
    ...validationResolvers,
  ],
  exports: [AttemptFacts, ConfirmationService],
})
export class ValidationModule {}
