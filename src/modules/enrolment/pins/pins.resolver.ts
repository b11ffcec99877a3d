import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, CurrentHolder, type HolderActor, Permission } from '../../auth/index.js';
import { SetMyPinInput, SetPinInput } from './pin.inputs.js';
import { PinSet, SetMyPinResult, SetPinResult } from './pin.type.js';
import { PinsService } from './pins.service.js';

@Resolver(() => PinSet)
export class PinsResolver {
  constructor(private readonly pins: PinsService) {}

  @Mutation(() => SetPinResult, {
    description: 'Let the person type it. It lifts a lock, and is how one is lifted that waiting does not.',
  })
  @Allow(Permission.CredentialManage)
  setPin(@Args('input') input: SetPinInput, @CurrentActor() actor: Actor) {
    return this.pins.set(input, actor);
  }

  @Mutation(() => SetMyPinResult)
  @Allow(Permission.OwnPin)
  setMyPin(@Args('input') input: SetMyPinInput, @CurrentHolder() holder: HolderActor) {
    return this.pins.setOwn(input, holder);
  }
}
