import { Mutation, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { AtDoor } from '../../../platform/resilience/at-door.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { OpenTurnResult } from './turn.type.js';
import { TurnsService } from './turns.service.js';

@Resolver()
export class TurnsResolver {
  constructor(private readonly turns: TurnsService) {}

  @Mutation(() => OpenTurnResult, {
    description:
      'A nonce for the next validation at this checkpoint. A device needs one for each; a desk with an operator may go without.',
  })
  @AtDoor()
  @Allow(Permission.ValidationOpen)
  openTurn(@IdArg('checkpointId') checkpointId: string, @CurrentActor() actor: Actor) {
    return this.turns.open(checkpointId, actor);
  }
}
