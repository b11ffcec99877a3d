import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '../auth/index.js';
import { InjectFaultInput } from './fault.inputs.js';
import { EndFaultsResult, FaultsOverview, InjectFaultResult } from './fault.type.js';
import { FaultsService } from './faults.service.js';

@Resolver()
export class FaultsResolver {
  constructor(private readonly faults: FaultsService) {}

  @Query(() => FaultsOverview, { description: 'What is broken on purpose now.' })
  @Allow(Permission.FaultManage)
  faultsOverview() {
    return this.faults.overview();
  }

  @Mutation(() => InjectFaultResult, { description: 'Breaks something on purpose, for a while.' })
  @Allow(Permission.FaultManage)
  injectFault(@Args('input') input: InjectFaultInput, @CurrentActor() actor: Actor) {
    return this.faults.inject(input, actor);
  }

  @Mutation(() => EndFaultsResult, { description: 'Ends all that is broken on purpose.' })
  @Allow(Permission.FaultManage)
  endFaults(@CurrentActor() actor: Actor) {
    return this.faults.end(actor);
  }
}
