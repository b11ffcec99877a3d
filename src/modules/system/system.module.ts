import { Module } from '@nestjs/common';
import { SystemResolver } from './system.resolver.js';
import { SystemService } from './system.service.js';

export const systemResolvers = [SystemResolver];

/** How the installation does, for who keeps it running. */
@Module({ providers: [SystemService, ...systemResolvers] })
export class SystemModule {}
