import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AtDoor } from '../../../platform/resilience/at-door.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { ValidateWithoutFaceInput } from './attempt.inputs.js';
import { ValidateWithoutFaceResult, ValidationAttested } from './attempt.type.js';
import { WithoutFaceService } from './without-face.service.js';

@Resolver(() => ValidationAttested)
export class WithoutFaceResolver {
  constructor(private readonly validations: WithoutFaceService) {}

  @Mutation(() => ValidateWithoutFaceResult, {
    description:
      'The way without a face, at every checkpoint and for everybody with a QR and a PIN: an operator attests that ' +
      'they saw the person. It ends at once, accepted or refused.',
  })
  @AtDoor()
  @Allow(Permission.ValidationAttest)
  validateWithoutFace(@Args('input') input: ValidateWithoutFaceInput, @CurrentActor() actor: Actor) {
    return this.validations.validate(input, actor);
  }
}
