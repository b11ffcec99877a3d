import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DevicesModule } from '../auth/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { AdmissionService } from './attempts/admission.service.js';
import { AttemptRow } from './attempts/attempt.entity.js';
import { AttemptsRepository } from './attempts/attempts.repository.js';
import { AttemptsResolver } from './attempts/attempts.resolver.js';
import { AttemptsService } from './attempts/attempts.service.js';
import { CheckpointAccess } from './checkpoints/checkpoint-access.js';
import { CheckpointRow } from './checkpoints/checkpoint.entity.js';
import { CheckpointsRepository } from './checkpoints/checkpoints.repository.js';
import { CheckpointsResolver } from './checkpoints/checkpoints.resolver.js';
import { CheckpointsService } from './checkpoints/checkpoints.service.js';
import { TurnRow } from './turns/turn.entity.js';
import { TurnsRepository } from './turns/turns.repository.js';
import { TurnsResolver } from './turns/turns.resolver.js';
import { TurnsService } from './turns/turns.service.js';

export const validationEntities = [CheckpointRow, AttemptRow, TurnRow];
export const validationResolvers = [CheckpointsResolver, AttemptsResolver, TurnsResolver];

/** Checkpoints and attempts: what the API does with them. */
@Module({
  imports: [DevicesModule, EnrolmentModule, TypeOrmModule.forFeature(validationEntities)],
  providers: [
    CheckpointsRepository,
    CheckpointsService,
    CheckpointAccess,
    TurnsRepository,
    TurnsService,
    AdmissionService,
    AttemptsRepository,
    AttemptsService,
    ...validationResolvers,
  ],
})
export class ValidationModule {}
