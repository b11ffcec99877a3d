import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AtDoor } from '../../../platform/resilience/at-door.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { ConfirmValidationInput } from './attempt.inputs.js';
import { ConfirmValidationResult, ValidationConfirmed } from './attempt.type.js';
import { ConfirmationService } from './confirmation.service.js';

@Resolver(() => ValidationConfirmed)
export class ConfirmationResolver {
  constructor(private readonly confirmations: ConfirmationService) {}

  @Mutation(() => ConfirmValidationResult, {
    description:
      'An operator lets in whose face matched without a challenge (`withoutChallenge`), within ten minutes, and attests ' +
      'that they saw the person before the camera. Repeated by the same operator it answers alike.',
  })
  @AtDoor()
  @Allow(Permission.ValidationAttest)
  confirmValidation(@Args('input') input: ConfirmValidationInput, @CurrentActor() actor: Actor) {
    return this.confirmations.confirm(input, actor);
  }
}
