import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Permission } from '../../auth/index.js';
import { StatisticsArgs } from './statistics.inputs.js';
import { StatisticsService } from './statistics.service.js';
import { ValidationStatistics } from './statistics.type.js';

@Resolver(() => ValidationStatistics)
export class StatisticsResolver {
  constructor(private readonly statistics: StatisticsService) {}

  @Query(() => ValidationStatistics)
  @Allow(Permission.StatisticsRead)
  validationStatistics(@Args() args: StatisticsArgs) {
    return this.statistics.of(args);
  }
}
