import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PageArgs } from '../../../common/graphql/connection.js';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { AtDoor } from '../../../platform/resilience/at-door.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { CheckpointFactors } from './checkpoint-factors.js';
import { CheckpointLiveness } from './checkpoint-liveness.js';
import { CreateCheckpointInput } from './checkpoint.inputs.js';
import { Checkpoint, CheckpointConnection, CreateCheckpointResult } from './checkpoint.type.js';
import { CheckpointsService } from './checkpoints.service.js';

@Resolver(() => Checkpoint)
export class CheckpointsResolver {
  constructor(private readonly service: CheckpointsService) {}

  @Query(() => Checkpoint)
  @AtDoor()
  @Allow(Permission.CheckpointRead)
  checkpoint(@IdArg() id: string, @CurrentActor() actor: Actor) {
    return this.service.get(id, actor);
  }

  @Query(() => CheckpointConnection)
  @Allow(Permission.CheckpointRead)
  checkpoints(@Args() page: PageArgs, @CurrentActor() actor: Actor) {
    return this.service.list(page, actor);
  }

  @Mutation(() => CreateCheckpointResult)
  @Allow(Permission.CheckpointManage)
  createCheckpoint(@Args('input') input: CreateCheckpointInput, @CurrentActor() actor: Actor) {
    return this.service.create(input, actor);
  }

  @Mutation(() => Checkpoint, { description: 'A closed checkpoint opens no validations.' })
  @Allow(Permission.CheckpointManage)
  setCheckpointOpen(@IdArg() id: string, @Args('open') open: boolean, @CurrentActor() actor: Actor) {
    return this.service.setOpen(id, open, actor);
  }

  @Mutation(() => Checkpoint, { description: 'For validations that are opened from now on.' })
  @Allow(Permission.CheckpointManage)
  setCheckpointFactors(
    @IdArg() id: string,
    @Args('factors', { type: () => CheckpointFactors }) factors: CheckpointFactors,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.setFactors(id, factors, actor);
  }

  @Mutation(() => Checkpoint, { description: 'For validations that are opened from now on.' })
  @Allow(Permission.CheckpointManage)
  setCheckpointLiveness(
    @IdArg() id: string,
    @Args('liveness', { type: () => CheckpointLiveness }) liveness: CheckpointLiveness,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.setLiveness(id, liveness, actor);
  }
}
