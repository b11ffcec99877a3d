import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EnrolmentModule } from '../enrolment/index.js';
import { AdmissionService } from './attempts/admission.service.js';
import { AttemptRow } from './attempts/attempt.entity.js';
import { AttemptsRepository } from './attempts/attempts.repository.js';
import { AttemptsResolver } from './attempts/attempts.resolver.js';
import { AttemptsService } from './attempts/attempts.service.js';
import { WithoutFaceResolver } from './attempts/without-face.resolver.js';
import { WithoutFaceService } from './attempts/without-face.service.js';
import { CheckpointRow } from './checkpoints/checkpoint.entity.js';
import { CheckpointsRepository } from './checkpoints/checkpoints.repository.js';
import { CheckpointsResolver } from './checkpoints/checkpoints.resolver.js';
import { CheckpointsService } from './checkpoints/checkpoints.service.js';

export const validationEntities = [CheckpointRow, AttemptRow];
export const validationResolvers = [CheckpointsResolver, AttemptsResolver, WithoutFaceResolver];

/** Checkpoints and attempts: what the API does with them. */
@Module({
  imports: [EnrolmentModule, TypeOrmModule.forFeature(validationEntities)],
  providers: [
    CheckpointsRepository,
    CheckpointsService,
    AdmissionService,
    AttemptsRepository,
    AttemptsService,
    WithoutFaceService,
    ...validationResolvers,
  ],
})
export class ValidationModule {}
