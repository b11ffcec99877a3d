import { Args, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Allow, Permission } from '../auth/index.js';
import { LogBatch, LogLine, LogLineConnection } from './log-line.type.js';
import { LogsArgs, LogTailArgs } from './logs.inputs.js';
import { LogsService } from './logs.service.js';

@Resolver(() => LogLine)
export class LogsResolver {
  constructor(private readonly service: LogsService) {}

  @Query(() => LogLineConnection, {
    description: 'The newest lines of all processes, newest first; how many are kept says LOG_STORE_LINES.',
  })
  @Allow(Permission.LogRead)
  logs(@Args() args: LogsArgs) {
    return this.service.page(args);
  }

  @Subscription(() => LogBatch, {
    description: 'Lines as they are written, some moments later.',
    resolve: (batch: LogBatch) => batch,
  })
  @Allow(Permission.LogRead)
  logTail(@Args() args: LogTailArgs) {
    return this.service.tail(args);
  }
}
