import { Module } from '@nestjs/common';
import { LogsResolver } from './logs.resolver.js';
import { LogsService } from './logs.service.js';

export const logsResolvers = [LogsResolver];

/** Reading what the processes wrote. It is written through `platform/logging`. */
@Module({ providers: [LogsService, ...logsResolvers] })
export class LogsModule {}
