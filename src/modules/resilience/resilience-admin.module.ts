import { Module } from '@nestjs/common';
import { Faults } from '../../platform/faults/faults.repository.js';
import { FaultsResolver } from './faults.resolver.js';
import { FaultsService } from './faults.service.js';

export const resilienceResolvers = [FaultsResolver];

/** Breaking things on purpose, for who keeps the installation running. */
@Module({ providers: [Faults, FaultsService, ...resilienceResolvers] })
export class ResilienceAdminModule {}
